using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>A memory that lies in this process.</summary>
internal sealed unsafe class WasmtimeMemory(Memory memory) : ILinearMemory
{
    /// <inheritdoc/>
    public ulong ByteLength => memory.ByteLength;

    /// <inheritdoc/>
    public T Read<T>(ulong address)
        where T : unmanaged => memory.Read<T>(address);

    /// <inheritdoc/>
    public void Write<T>(ulong address, T value)
        where T : unmanaged => memory.Write(address, value);

    /// <inheritdoc/>
    public MemoryView View(ulong address, ulong bytes, ViewAccess access) =>
        new(memory.Locate(address, bytes));
}
