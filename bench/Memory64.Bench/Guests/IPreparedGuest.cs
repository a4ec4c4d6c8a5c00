namespace Memory64.Bench.Guests;

/// <summary>A guest that an engine has compiled.</summary>
public interface IPreparedGuest : IDisposable
{
    /// <summary>An instance of it, to be disposed before it.</summary>
    /// <param name="import">The function of the host that the guest imports, if it does.</param>
    /// <exception cref="Memory64.Wasmtime.WasmtimeException">Wasmtime doesn't link it, or the memory can't be had.</exception>
    /// <exception cref="GuestEngineException">Another engine doesn't.</exception>
    IGuest Open(Func<ulong, ulong, ulong, ulong>? import = null);
}
