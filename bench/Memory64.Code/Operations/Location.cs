namespace Memory64.Code.Operations;

/// <summary>What holds a value: a register, the flags, or a slot of the stack frame.</summary>
/// <param name="IsSlot">Whether it is a slot.</param>
/// <param name="Number">The register's number, its decoder's own; the slot's offset from the stack pointer at entry.</param>
internal readonly record struct Location(bool IsSlot, long Number)
{
    /// <summary>All flags, as one.</summary>
    internal static readonly Location Flags = Register(-1);

    internal static Location Register(int number) => new(false, number);

    internal static Location Slot(long offset) => new(true, offset);
}
