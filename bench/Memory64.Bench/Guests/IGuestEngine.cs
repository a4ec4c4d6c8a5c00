using Memory64.Engines.Identity;

namespace Memory64.Bench.Guests;

/// <summary>What the suite needs of an engine that runs its guests, whosever it is and wherever it does.</summary>
public interface IGuestEngine
{
    /// <summary>Whose it is.</summary>
    EngineKind Kind { get; }

    /// <summary>
    /// Counts the time of calls where they are timed on the guest's side, because the engine has a process of its own;
    /// <see langword="null"/> where the caller's clock is as good.
    /// </summary>
    CallClock? Clock { get; }

    /// <summary>Compiles a guest, where that isn't done yet.</summary>
    /// <param name="guest">Defines its memory.</param>
    /// <param name="settings">Wasmtime's; another engine has none of them.</param>
    /// <exception cref="Memory64.Wasmtime.WasmtimeException">Wasmtime doesn't accept it.</exception>
    /// <exception cref="GuestEngineException">Another engine doesn't.</exception>
    IPreparedGuest Prepare(Guest guest, EngineConfiguration settings);

    /// <summary>An instance of a guest, on an engine with default settings.</summary>
    /// <param name="guest">Defines its memory.</param>
    /// <param name="import">The function of the host that the guest imports, if it does.</param>
    /// <exception cref="Memory64.Wasmtime.WasmtimeException">Wasmtime doesn't accept it, or the memory can't be had.</exception>
    /// <exception cref="GuestEngineException">Another engine doesn't.</exception>
    IGuest Open(Guest guest, Func<ulong, ulong, ulong, ulong>? import = null)
    {
        var prepared = Prepare(guest, EngineConfiguration.Default);
        try
        {
            return new LoneGuest(prepared, prepared.Open(import));
        }
        catch
        {
            prepared.Dispose();
            throw;
        }
    }
}
