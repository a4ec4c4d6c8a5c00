using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Book;

/// <summary>What of two cases of a program is set against each other.</summary>
/// <param name="Header">What it is called, the numerator first: "memory64 ÷ memory32".</param>
/// <param name="Over">The numerator; all of its parameters but the program are fixed.</param>
/// <param name="Control">The label of the denominator among its controls.</param>
public sealed record ProgramRatio(string Header, CasePattern Over, string Control)
{
    /// <summary>Whether a case is a numerator.</summary>
    /// <param name="name">The case.</param>
    public bool Matches(CaseName name) =>
        Over.Matches(name) && name.Parameters.Count == Over.Fixed.Count + 1;
}
