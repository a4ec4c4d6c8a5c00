using System.Diagnostics.CodeAnalysis;

namespace Memory64.Bench.Guests;

/// <summary>What a case works on. The names are written as they stand in case ids and tables.</summary>
[SuppressMessage(
    "Naming",
    "CA1720:Identifier contains type name",
    Justification = "these are the field's own words"
)]
public enum MemoryKind
{
    /// <summary>A linear memory with 64-bit addresses.</summary>
    memory64,

    /// <summary>The twin: a linear memory with 32-bit addresses, up to 4 GiB.</summary>
    memory32,

    /// <summary>The control: C# on memory of the operating system.</summary>
    native,
}
