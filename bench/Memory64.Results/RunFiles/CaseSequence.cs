using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.RunFiles;

/// <summary>
/// The order of cases in a file: benchmark, method, then parameter values as people order them. It is a matter of the cases
/// alone, so a file that was merged from several runs is ordered like one that was measured at once.
/// </summary>
public sealed class CaseSequence : IComparer<RunCase>
{
    private CaseSequence() { }

    /// <summary>The one instance.</summary>
    public static CaseSequence Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(RunCase? x, RunCase? y) =>
        x is null || y is null
            ? (x is not null).CompareTo(y is not null)
            : Compare(x, y, NaturalComparer.Instance.Compare);

    /// <summary>Compares two cases, with the caller's order of parameter values.</summary>
    internal static int Compare(RunCase x, RunCase y, Comparison<string> values)
    {
        var methods = string.CompareOrdinal(x.Benchmark, y.Benchmark) is not 0 and var benchmarks
            ? benchmarks
            : string.CompareOrdinal(x.Method, y.Method);
        return methods != 0 ? methods : CompareParameters(x, y, values);
    }

    private static int CompareParameters(RunCase x, RunCase y, Comparison<string> values)
    {
        foreach (var (valueX, valueY) in x.Parameters.Values.Zip(y.Parameters.Values))
        {
            if (values(valueX, valueY) is not 0 and var order)
            {
                return order;
            }
        }

        var counts = x.Parameters.Count.CompareTo(y.Parameters.Count);
        return counts != 0 ? counts : NaturalComparer.Instance.Compare(x.Id, y.Id);
    }
}
