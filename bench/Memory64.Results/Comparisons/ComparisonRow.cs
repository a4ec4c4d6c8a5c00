using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;

namespace Memory64.Results.Comparisons;

/// <summary>A row of a table: a case of either run.</summary>
/// <param name="Case">The case.</param>
/// <param name="Base">The levels of BASE; null where it did not measure the case, or where a duel of the two says more.</param>
/// <param name="New">Those of NEW, likewise.</param>
/// <param name="Compared">The figures; null where the case could not be compared.</param>
/// <param name="Remark">Why not, or what a side says of its row; else null.</param>
internal sealed record ComparisonRow(
    RunCase Case,
    Summary? Base,
    Summary? New,
    ComparedCase? Compared,
    string? Remark
)
{
    public static ComparisonRow Of(ComparedCase c) =>
        new(c.Case, c.Levels?.Base, c.Levels?.New, c, c.Remark);

    public static ComparisonRow Of(UncomparedCase c) => new(c.Case, c.Base, c.New, null, c.Why);

    /// <summary>The relation to the control of that label; null where there is none.</summary>
    public ControlRelation? RelationTo(string label) =>
        Compared?.Controls.FirstOrDefault(c => c.Label == label);
}
