namespace Memory64.Code.Values;

/// <summary>What a memory operand names.</summary>
internal enum Place
{
    /// <summary>Nothing: there is none, or it isn't accessed.</summary>
    None,

    /// <summary>A slot of the stack frame.</summary>
    Stack,

    /// <summary>A field of the context, or of what it points to.</summary>
    Field,

    /// <summary>The guest's memory; of native code, any but the stack.</summary>
    Memory,

    /// <summary>A constant beside the code.</summary>
    Constant,

    /// <summary>It can't be told.</summary>
    Unknown,
}
