namespace Memory64.Results.RunFiles;

/// <summary>
/// The order of cases in a file and in its tables: benchmark, method, then parameter values. It is a matter of the cases
/// alone, so a file that was merged from several runs is ordered like one that was measured at once.
/// </summary>
public sealed class CaseOrder : IComparer<RunCase>
{
    // Words that read better in this order than in that of the alphabet: the thing before what it is compared with, and
    // addresses upwards.
    private static readonly string[] Words =
    [
        "memory64",
        "memory32",
        "native",
        "below",
        "across",
        "above",
        "aligned",
        "acrossPage",
        "across4GiB",
    ];

    private CaseOrder() { }

    /// <summary>The one instance.</summary>
    public static CaseOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(RunCase? x, RunCase? y)
    {
        if (x is null || y is null)
        {
            return (x is not null).CompareTo(y is not null);
        }

        var methods = string.CompareOrdinal(x.Benchmark, y.Benchmark) is not 0 and var benchmarks
            ? benchmarks
            : string.CompareOrdinal(x.Method, y.Method);
        return methods != 0 ? methods : CompareParameters(x, y);
    }

    private static int CompareParameters(RunCase x, RunCase y)
    {
        foreach (var (valueX, valueY) in x.Parameters.Values.Zip(y.Parameters.Values))
        {
            if (CompareValues(valueX, valueY) is not 0 and var order)
            {
                return order;
            }
        }

        var counts = x.Parameters.Count.CompareTo(y.Parameters.Count);
        return counts != 0 ? counts : NaturalComparer.Instance.Compare(x.Id, y.Id);
    }

    // Known words come before all others: ranking only where both are known would contradict itself over three values.
    private static int CompareValues(string x, string y)
    {
        var ranks = Rank(x).CompareTo(Rank(y));
        return ranks != 0 ? ranks : NaturalComparer.Instance.Compare(x, y);
    }

    private static int Rank(string value) =>
        Array.IndexOf(Words, value) is >= 0 and var rank ? rank : Words.Length;
}
