using Memory64.Results.RunFiles;
using Memory64.Results.Units;

namespace Memory64.Results.Tables;

/// <summary>Which runs the rows of a table are of. A reader is told of them unless all are of the file's latest.</summary>
internal sealed class RowRuns(RunFile file, IEnumerable<CaseResult> rows)
{
    private readonly List<RunStart> runs =
    [
        .. rows.Select(r => file.StartOf(r.Case)).DistinctBy(run => run.Started),
    ];

    /// <summary>The column that names the run of each row; none where they are of one run.</summary>
    public IEnumerable<CaseColumn<CaseResult>> Columns =>
        runs.Count > 1
            ?
            [
                CaseColumn<CaseResult>.Words(
                    "Run of",
                    r => MinuteText.Format(file.StartOf(r.Case).Started)
                ),
            ]
            : [];

    /// <summary>What is to be said below the table.</summary>
    public IEnumerable<string> Notes =>
        runs switch
        {
            { Count: > 1 } =>
            [
                "Run of says when the run was started that measured a row; no ratio is taken between two runs.",
            ],
            [var only] when only.Started != file.Started =>
            [
                $"Of an earlier run: {MinuteText.Format(only.Started)}, profile {only.Profile}.",
            ],
            _ => [],
        };
}
