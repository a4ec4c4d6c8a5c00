namespace Memory64.Code.Operations;

/// <summary>What an instruction computes, as far as the analysis must know.</summary>
internal enum OperationKind
{
    /// <summary>Something that depends on all operands, and nothing is known of it.</summary>
    Compute,

    /// <summary>Its only operand, whole.</summary>
    Move,

    /// <summary>The sum of its operands; of its memory operand's parts, where that isn't accessed.</summary>
    Add,

    /// <summary>One of its two operands, by the flags.</summary>
    Select,

    /// <summary>Nothing; it keeps the processor from speculating.</summary>
    Barrier,

    /// <summary>Nothing; padding.</summary>
    Nothing,

    /// <summary>Goes on at its target, or at an unknown place.</summary>
    Jump,

    /// <summary>Goes on at its target or behind itself.</summary>
    Branch,

    /// <summary>A call that comes back.</summary>
    Call,

    /// <summary>The function's end.</summary>
    Return,

    /// <summary>Never goes on.</summary>
    Trap,
}
