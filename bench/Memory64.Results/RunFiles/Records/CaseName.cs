namespace Memory64.Results.RunFiles.Records;

/// <summary>What a case is: a benchmark method with its parameters.</summary>
/// <param name="Benchmark">The benchmark class.</param>
/// <param name="Method">The benchmark method.</param>
/// <param name="Parameters">The parameters that apply, by name.</param>
public readonly record struct CaseName(
    string Benchmark,
    string Method,
    IReadOnlyDictionary<string, string> Parameters
);
