namespace Memory64.Code.Operations;

/// <summary>An instruction, in words that both architectures share.</summary>
internal sealed record Operation
{
    /// <summary>Where it lies.</summary>
    internal required ulong Address { get; init; }

    /// <summary>Bytes of its encoding.</summary>
    internal required int Bytes { get; init; }

    /// <summary>What it computes.</summary>
    internal required OperationKind Kind { get; init; }

    /// <summary>Its disassembly; where it has a target, what stands before it.</summary>
    internal required string Text { get; init; }

    /// <summary>The disassembly without its memory operand's displacement.</summary>
    internal required string Shape { get; init; }

    /// <summary>What is read for its value; the parts of an address are in <see cref="Memory"/>.</summary>
    internal IReadOnlyList<Location> Reads { get; init; } = [];

    /// <summary>What it writes; the first holds its result.</summary>
    internal IReadOnlyList<Location> Writes { get; init; } = [];

    /// <summary>Its memory operand.</summary>
    internal MemoryOperand? Memory { get; init; }

    /// <summary>Its constant operand.</summary>
    internal long? Immediate { get; init; }

    /// <summary>Bytes of the result that are kept; the rest is cleared.</summary>
    internal int Width { get; init; } = sizeof(ulong);

    /// <summary>Bytes that it adds to the stack pointer beside what it computes.</summary>
    internal int StackChange { get; init; }

    /// <summary>Where a jump, branch or call goes, if it is known.</summary>
    internal ulong? Target { get; init; }

    /// <summary>Whether it reads what its memory operand names.</summary>
    internal bool ReadsMemory => Memory is { } memory && memory.Access.HasFlag(MemoryAccess.Read);

    /// <summary>Whether it writes what its memory operand names.</summary>
    internal bool WritesMemory => Memory is { } memory && memory.Access.HasFlag(MemoryAccess.Write);

    /// <summary>Where it ends.</summary>
    internal ulong End => Address + (ulong)Bytes;

    /// <summary>Whether what follows it is reached from it.</summary>
    internal bool GoesOn =>
        Kind is not (OperationKind.Jump or OperationKind.Return or OperationKind.Trap);
}
