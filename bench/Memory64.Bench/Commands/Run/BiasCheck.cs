using System.Globalization;
using Memory64.Bench.Commands.Screens;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;

namespace Memory64.Bench.Commands.Run;

/// <summary>Says what the duels of cases with themselves show, which must be nothing.</summary>
internal static class BiasCheck
{
    /// <summary>Writes a line for each engine that fought such duels, and one for each wrong verdict.</summary>
    /// <returns>Whether no engine's duels are biased.</returns>
    public static bool Write(Screen screen, IEnumerable<RunFile> runs)
    {
        var isFair = true;
        foreach (var run in runs)
        {
            var duels = SelfDuels.Of(run);
            if (duels.Together is not { } together)
            {
                continue;
            }

            screen.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{run.Engine.Version}, {duels.Rows.Count} cases in duels with themselves: {duels.Wrong.Count()} wrong verdicts, all together {RelationText.Format(together)}{(duels.IsBiased ? ": BIASED, so take no side from small differences" : "")}"
                )
            );
            foreach (var (wrong, relation) in duels.Wrong)
            {
                screen.Line(
                    $"wrong: {VerdictText.Format(relation)} {wrong.Id}: {RelationText.Format(relation)}"
                );
            }

            isFair &= !duels.IsBiased;
        }

        return isFair;
    }
}
