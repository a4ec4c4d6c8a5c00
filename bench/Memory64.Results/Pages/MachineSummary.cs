using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>
/// What the index and the project's README need of a machine. It holds no rounds, so that the runs of a machine can be
/// let go before those of the next are loaded.
/// </summary>
/// <param name="Folder">The name of the machine's folder.</param>
/// <param name="Machine">The machine, as the latest run saw it.</param>
/// <param name="Engines">All its run files, newest version first.</param>
/// <param name="Newest">The newest version: the one that is set beside other machines.</param>
/// <param name="Figures">What that one says in short.</param>
/// <param name="Latest">The run that was started last.</param>
/// <param name="LatestHighlights">What that one answers.</param>
public sealed record MachineSummary(
    string Folder,
    RunMachine Machine,
    IReadOnlyList<EngineSummary> Engines,
    EngineSummary Newest,
    MainFigures Figures,
    EngineSummary Latest,
    Table LatestHighlights
)
{
    internal static MachineSummary Of(string folder, IReadOnlyList<MeasuredEngine> newestFirst)
    {
        var latest = newestFirst.MaxBy(e => e.Run.Started)!;
        var newest = newestFirst[0];
        return new(
            folder,
            latest.Run.Machine,
            [.. newestFirst.Select(EngineSummary.Of)],
            EngineSummary.Of(newest),
            MainFigures.Of(newest.Results, newest.Highlights),
            EngineSummary.Of(latest),
            HighlightTable.Of(latest.Highlights)
        );
    }
}
