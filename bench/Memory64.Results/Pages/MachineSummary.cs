using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>
/// What the index and the project's README need of a machine. It holds no rounds, so that the runs of a machine can be
/// let go before those of the next are loaded.
/// </summary>
/// <param name="Folder">The name of the machine's folder.</param>
/// <param name="Machine">The machine, as the latest run saw it.</param>
/// <param name="LatestStart">When the latest run was started.</param>
/// <param name="Engines">All its run files, newest version first.</param>
/// <param name="Figures">What the newest version says in short.</param>
/// <param name="Answers">What the newest version answers in sentences; nothing by the earlier method.</param>
/// <param name="Charts">The charts beside its page.</param>
/// <param name="Programs">What its pages of many programs say.</param>
public sealed record MachineSummary(
    string Folder,
    RunMachine Machine,
    DateTimeOffset LatestStart,
    IReadOnlyList<EngineSummary> Engines,
    MainFigures Figures,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<ChartImage> Charts,
    IReadOnlyList<ProgramsReport> Programs
)
{
    /// <inheritdoc cref="RunFile.IsOfEarlierMethod"/>
    public required bool IsOfEarlierMethod { get; init; }

    /// <summary>What engines of different makers cost; <see langword="null"/> where there is one maker only.</summary>
    public EnginesReport? EnginesReport { get; init; }

    /// <summary>What the newest version changed against older ones; none where there is one version only.</summary>
    public IReadOnlyList<MainComparison> Versions { get; init; } = [];

    /// <summary>What each setting changes; <see langword="null"/> where none was measured.</summary>
    public SettingsReport? Settings { get; init; }

    /// <summary>The newest version's run, with the book's main cases alone: what machines are compared by.</summary>
    public required RunFile Main { get; init; }

    /// <summary>The machine as a sentence under figures that are its own, in Markdown for the project's README.</summary>
    internal string Source =>
        $"Measured on {Link}: {MarkdownWriter.Escape(Machine.Cpu)}, {Machine.LogicalCores} cores.";

    /// <summary>Its name as a link to its page, for the project's README.</summary>
    internal string Link =>
        $"[{MarkdownWriter.Escape(Folder)}](results/{Uri.EscapeDataString(Folder)}/{Publisher.PageName})";

    /// <summary>Its name with the engine by which it is compared.</summary>
    internal string Title => $"{Folder}, {Newest.Id}";

    /// <summary>The newest version: the one that is set beside other machines.</summary>
    public EngineSummary Newest => Engines[0];

    internal static MachineSummary Of(
        MachineEngines engines,
        IReadOnlyList<ChartImage> charts,
        IReadOnlyList<ProgramsReport> programs,
        EnginesReport? makers,
        IReadOnlyList<MainComparison> versions
    )
    {
        var latest = engines.All.MaxBy(e => e.Run.Started)!.Run;
        var newest = engines.Newest;
        return new(
            newest.Stored.Machine,
            latest.Machine,
            latest.Started,
            [.. engines.All.Select(EngineSummary.Of)],
            newest.Figures,
            newest.Run.IsOfEarlierMethod ? [] : Answer.Find(newest.Results),
            charts,
            programs
        )
        {
            EnginesReport = makers,
            Versions = versions,
            Settings = SettingsReport.Of(newest),
            IsOfEarlierMethod = newest.Run.IsOfEarlierMethod,
            Main = newest.Run with
            {
                Cases =
                [
                    .. newest.Run.Cases.Where(c =>
                        newest.Results.Book.MainCases.Any(main => main.Pattern.Matches(c.Name))
                    ),
                ],
            },
        };
    }
}
