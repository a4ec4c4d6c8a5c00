namespace Memory64.Wasmtime;

/// <summary>A function's parameters and results, in order.</summary>
public sealed class FunctionType(
    IReadOnlyList<ValueKind> parameters,
    IReadOnlyList<ValueKind> results
)
{
    /// <summary>What it takes.</summary>
    public IReadOnlyList<ValueKind> Parameters { get; } = parameters;

    /// <summary>What it returns.</summary>
    public IReadOnlyList<ValueKind> Results { get; } = results;

    /// <summary>Whether the host can call it and be called by it: whether all that it takes and returns are numbers.</summary>
    public bool IsOfNumbers =>
        Parameters.All(ValueKindNames.IsNumber) && Results.All(ValueKindNames.IsNumber);

    /// <summary>As in <c>(i32, i64) -&gt; (f64)</c>.</summary>
    public override string ToString() => $"{List(Parameters)} -> {List(Results)}";

    private static string List(IReadOnlyList<ValueKind> kinds) =>
        $"({string.Join(", ", kinds.Select(ValueKindNames.Name))})";
}
