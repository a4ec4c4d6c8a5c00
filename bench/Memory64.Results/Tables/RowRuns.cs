using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Results.Tables;

/// <summary>Which runs the rows of a table are of. A reader is told of them unless all are of the file's latest.</summary>
internal sealed class RowRuns(RunFile file, IEnumerable<CaseResult> rows)
{
    private readonly List<RunStart> _runs =
    [
        .. rows.Select(r => file.StartOf(r.Case)).DistinctBy(run => run.Started),
    ];

    /// <summary>The column that names the run of each row; none where they are of one run.</summary>
    public IEnumerable<CaseColumn<CaseResult>> Columns =>
        _runs.Count > 1
            ?
            [
                CaseColumn<CaseResult>.Words(
                    "Run of",
                    r => MinuteText.Format(file.StartOf(r.Case).Started),
                    ColumnRank.Aside
                ),
            ]
            : [];

    /// <summary>What is to be said below the table.</summary>
    public IEnumerable<string> Notes =>
        _runs switch
        {
            { Count: > 1 } =>
            [
                "Run of says when the run was started that measured a row; no ratio is taken between two runs.",
                .. _runs.Select(Differences).OfType<string>(),
            ],
            [var only] when only.Started != file.Started =>
            [
                $"Of an earlier run: {MinuteText.Format(only.Started)}, profile {only.Profile}.",
                .. _runs.Select(Differences).OfType<string>(),
            ],
            _ => [],
        };

    // In what a run was measured otherwise than the latest one, which the page describes. The suite's own commits are many.
    private string? Differences(RunStart run)
    {
        var facts = EnvironmentFact
            .OfMachineAndRuntime.Select(fact =>
                (fact.Name, Then: fact.Of(run, file), Now: fact.Text(file.Machine, file.Suite))
            )
            .Where(fact => fact.Then != fact.Now)
            .Select(fact => $"{fact.Name} {fact.Then}")
            .ToList();
        return facts.Count == 0
            ? null
            : $"The run of {MinuteText.Format(run.Started)} was measured with: {string.Join(", ", facts)}.";
    }
}
