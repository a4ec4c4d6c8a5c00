namespace Memory64.Code.Values;

/// <summary>What is known of a value.</summary>
internal enum ValueKind
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>The value itself.</summary>
    Constant,

    /// <summary>An address in the stack frame.</summary>
    Stack,

    /// <summary>What a field of the context holds, with a constant added.</summary>
    Field,

    /// <summary>What a field of the context holds, with something unknown added, or replaced by a constant.</summary>
    Sum,
}
