namespace Memory64.Widening.Outlines;

/// <summary>What can be imported and exported.</summary>
public enum ExternalKind : byte
{
    /// <summary>A function.</summary>
    Function,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A memory.</summary>
    Memory,

    /// <summary>A global.</summary>
    Global,

    /// <summary>A tag of exceptions.</summary>
    Tag,
}
