using System.Globalization;
using Memory64.Results.Relations;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>What a page says of the duels of cases with themselves.</summary>
internal static class SelfDuelSection
{
    /// <summary>Adds the section; nothing where the run has no such duel.</summary>
    public static void AddTo(PageBuilder page, MeasuredEngine engine)
    {
        var duels = SelfDuels.Of(engine.Run);
        if (duels.Together is not { } together)
        {
            return;
        }

        page.Heading(2, $"Is the duel fair, engine {engine.Id}")
            .Paragraph(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"One case of each class against itself: nothing differs, so a ratio other than 1 is the duel's own doing. {duels.Wrong.Count()} of {duels.Rows.Count} verdicts are wrong; all rounds together {RelationText.WithInterval(together)}, {(duels.IsBiased ? "which is a bias: take no side from small differences" : "no bias")}."
                )
            )
            .Folded(
                "Each case against itself",
                new Table(
                    "",
                    "",
                    [
                        new("Case against itself", ColumnAlignment.Left),
                        new("Ratio", ColumnAlignment.Right),
                        new("Verdict", ColumnAlignment.Left),
                    ],
                    [
                        .. duels.Rows.Select(row => new TableRow(
                            row.Case.Id,
                            [
                                new(row.Case.Id),
                                new(RelationText.WithInterval(row.Relation), row.Relation.Ratio),
                                new(VerdictText.Format(row.Relation)),
                            ]
                        )),
                    ],
                    []
                )
            );
    }
}
