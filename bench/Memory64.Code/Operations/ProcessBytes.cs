namespace Memory64.Code.Operations;

/// <summary>Code of this process. Only what is reached is read, a byte at a time: behind it may be nothing.</summary>
internal sealed unsafe class ProcessBytes : CodeBytes
{
    /// <inheritdoc/>
    internal override byte this[ulong address] => *(byte*)address;

    /// <inheritdoc/>
    internal override bool Holds(ulong address) => address != 0;

    /// <inheritdoc/>
    internal override ulong? Pointer(ulong address) => *(ulong*)address;
}
