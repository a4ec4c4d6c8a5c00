using System.Runtime.InteropServices;
using Memory64.Widening.Binary;

namespace Memory64.Widening.Rewriting;

/// <summary>What lies above an address on the stack.</summary>
/// <param name="Count">How many values: 0, 1 or 2.</param>
/// <param name="Type">Of each.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Operands(int Count, OperandType Type)
{
    /// <summary>Nothing: the address is on top.</summary>
    public static Operands None => default;

    /// <summary>One value.</summary>
    public static Operands One(OperandType type) => new(1, type);
}
