namespace Memory64.Code.Uses;

/// <summary>What a value serves, all of it together.</summary>
[Flags]
internal enum Use
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Addresses of accesses.</summary>
    Address = 1,

    /// <summary>Bounds checks.</summary>
    Check = 2,

    /// <summary>Whether a loop goes on.</summary>
    Loop = 4,

    /// <summary>The work, or something unknown.</summary>
    Other = 8,
}
