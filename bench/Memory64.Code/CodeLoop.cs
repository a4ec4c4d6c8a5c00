namespace Memory64.Code;

/// <summary>An innermost loop: the instructions from which its head can be reached again, and no loop in it.</summary>
/// <param name="depth">How many loops it lies in, itself included.</param>
/// <param name="hash">See <see cref="Hash"/>.</param>
/// <param name="instructions">In the order of their addresses.</param>
public sealed class CodeLoop(int depth, string hash, IReadOnlyList<CodeInstruction> instructions)
{
    /// <summary>1 for a loop that lies in no other.</summary>
    public int Depth => depth;

    /// <summary>In the order of their addresses; nops that only pad are left out.</summary>
    public IReadOnlyList<CodeInstruction> Instructions => instructions;

    /// <summary>Bytes of these instructions.</summary>
    public int Bytes => Instructions.Sum(instruction => instruction.Bytes);

    /// <summary>
    /// 16 hexadecimal digits of the SHA-256 of the loop's code without what may differ between engines, processes and machines
    /// though the work is the same: addresses, padding, distances to constants, the lengths of encodings. Targets of branches
    /// count as indices into the loop. A field of the instance's context counts by its role (base, bound, other): its place
    /// differs between versions. Two loops that differ only in which other field they use have one hash.
    /// </summary>
    public string Hash => hash;

    /// <summary>How many of its instructions are of that kind.</summary>
    public int Count(InstructionKind kind) =>
        Instructions.Count(instruction => instruction.Kind == kind);
}
