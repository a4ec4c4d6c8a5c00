namespace Memory64.Widening.Types;

/// <summary>A function's parameters and results, in order.</summary>
/// <param name="Parameters">What it takes.</param>
/// <param name="Results">What it returns.</param>
public sealed record Signature(
    IReadOnlyList<NumberType> Parameters,
    IReadOnlyList<NumberType> Results
);
