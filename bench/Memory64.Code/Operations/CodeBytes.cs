namespace Memory64.Code.Operations;

/// <summary>Where code is read from.</summary>
internal abstract class CodeBytes
{
    /// <summary>Whether there is code at <paramref name="address"/>.</summary>
    internal abstract bool Holds(ulong address);

    /// <summary>The byte there.</summary>
    internal abstract byte this[ulong address] { get; }

    /// <summary>The pointer at <paramref name="address"/>, where it may be read: through it, stubs jump.</summary>
    internal abstract ulong? Pointer(ulong address);
}
