namespace Memory64.Bench.Guests;

/// <summary>What is done with a <see cref="MemoryView"/>.</summary>
public enum ViewAccess
{
    /// <summary>It is read. What is written to it may stay or be lost.</summary>
    Read,

    /// <summary>Each byte of it is written; what was there before can't be seen.</summary>
    Write,
}
