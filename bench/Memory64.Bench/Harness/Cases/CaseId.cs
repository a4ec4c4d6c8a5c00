namespace Memory64.Bench.Harness.Cases;

/// <summary>How cases are named.</summary>
public static class CaseId
{
    /// <summary>Class, method and the parameters that apply.</summary>
    public static string Of(
        string benchmark,
        string method,
        IEnumerable<KeyValuePair<string, string>> parameters
    ) =>
        $"{benchmark}.{method}({string.Join(", ", parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"))})";
}
