using Memory64.Results.RunFiles;

namespace Memory64.Results.Pages;

/// <summary>All that is published about one machine.</summary>
/// <param name="Pages">Its pages and charts.</param>
/// <param name="Summary">What other pages need.</param>
public sealed record MachineReport(IReadOnlyList<GeneratedPage> Pages, MachineSummary Summary)
{
    /// <summary>Renders everything, so that the runs can be let go.</summary>
    /// <param name="resultsFolder">The folder that the machine's folder is in.</param>
    /// <param name="runs">The machine's runs, at least one, in any order.</param>
    /// <exception cref="ArgumentException">There is no run, or they are of several machines.</exception>
    public static MachineReport Of(string resultsFolder, IReadOnlyList<StoredRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Select(r => r.Machine).Distinct().Count() != 1)
        {
            throw new ArgumentException("A report is about the runs of one machine.", nameof(runs));
        }

        List<MeasuredEngine> newestFirst =
        [
            .. runs.Select(MeasuredEngine.Of)
                .OrderByDescending(e => e.Run.Engine.Version, NaturalComparer.Instance)
                .ThenBy(e => e.Id, NaturalComparer.Instance),
        ];
        var machine = runs[0].Machine;
        return new(
            [
                new(
                    Path.Combine(resultsFolder, machine, Publisher.PageName),
                    MachinePage.Render(newestFirst)
                ),
            ],
            MachineSummary.Of(machine, newestFirst)
        );
    }
}
