using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Programs;

/// <summary>A program of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Family">Its folder in the checkout that it comes from; its own name where it comes from none.</param>
/// <param name="Case">The case of the page's subject.</param>
/// <param name="Relations">The ratios in the order of the plan; <see langword="null"/> where one wasn't measured.</param>
internal sealed record ProgramRow(
    string Name,
    string Family,
    RunCase Case,
    IReadOnlyList<Relation?> Relations
)
{
    // Shorter programs scatter by a multiple from one instance to the next.
    private const double LongEnough = 100_000;

    /// <summary>The page's subject.</summary>
    public Relation Main => Relations[0]!;

    /// <summary>Whether it runs long enough for means; shorter programs are shown alone.</summary>
    public bool IsLong => Main.Times is var (_, under) && under >= LongEnough;

    /// <summary>Whether it counts in means: it is long enough, and its rounds are enough for an interval.</summary>
    public bool Counts => IsLong && Main.Interval is not null;
}
