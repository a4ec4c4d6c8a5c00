namespace Memory64.Bench.Guests;

/// <summary>A linear memory as the host sees it, in this process or another. Addresses are checked against its size.</summary>
public interface ILinearMemory
{
    /// <summary>Current size in bytes.</summary>
    ulong ByteLength { get; }

    /// <summary>Current size in pages of 64 KiB.</summary>
    ulong Pages => ByteLength / Wasmtime.MemoryType.PageBytes;

    /// <summary>Reads a value at any address, aligned or not.</summary>
    T Read<T>(ulong address)
        where T : unmanaged;

    /// <summary>Writes a value at any address, aligned or not.</summary>
    void Write<T>(ulong address, T value)
        where T : unmanaged;

    /// <summary>An area of it, to be read or written as if it lay here; until the next growth.</summary>
    /// <param name="address">Of its first byte.</param>
    /// <param name="bytes">1 or more.</param>
    /// <param name="access">What is done with it.</param>
    MemoryView View(ulong address, ulong bytes, ViewAccess access);
}
