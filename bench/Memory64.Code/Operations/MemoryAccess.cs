namespace Memory64.Code.Operations;

/// <summary>What an instruction does with what its memory operand names.</summary>
[Flags]
internal enum MemoryAccess
{
    /// <summary>It only computes the address.</summary>
    None = 0,

    /// <summary>It reads.</summary>
    Read = 1,

    /// <summary>It writes.</summary>
    Write = 2,
}
