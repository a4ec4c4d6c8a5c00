using System.Globalization;
using CsvHelper;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;
using Memory64.Results.Units;

namespace Memory64.Results.Exports;

/// <summary>Writes runs as CSV (RFC 4180: commas, CRLF, quotes where a field needs them), for spreadsheets and notebooks.</summary>
public static class CsvExport
{
    /// <summary>
    /// Writes a header and one row a round, numbers in full whatever the culture. A case without rounds, skipped or failed,
    /// is one row whose columns of a round are empty, so that no case is lost. Times are nanoseconds for one operation;
    /// <c>parameters</c> is <c>Memory=memory64;Size=8GiB</c>, iterations are parted by spaces, rounds count from 1. A row with an
    /// opponent is a round of a duel: its ratio, those of its exchanges where the file has them, how many they were, by which clock
    /// (wall, or thread: the thread's processor time) and the ratio by the wall's, and what all rounds of that duel say together. What
    /// begins with <c>code</c> is of
    /// the case's loop: its bytes, and its instructions and those of the bounds check for one operation.
    /// </summary>
    /// <param name="runs">Valid runs.</param>
    /// <param name="writer">Where to; stays open.</param>
    /// <exception cref="IOException">Writing failed.</exception>
    public static void Write(IEnumerable<RunFile> runs, TextWriter writer)
    {
        try
        {
            using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
            csv.WriteRecords(runs.SelectMany(run => run.Cases.SelectMany(c => Rows(run, c))));
        }
        catch (WriterException error) when (error.InnerException is IOException failure)
        {
            // The library's own message has the lines of its state.
            throw new IOException(failure.Message, error);
        }
    }

    private static IEnumerable<CsvRow> Rows(RunFile run, RunCase c) =>
        Levels(run, c).Concat(c.Duels.SelectMany(duel => Duel(run, c, duel)));

    private static IEnumerable<CsvRow> Duel(RunFile run, RunCase c, RunDuel duel)
    {
        if (duel.Rounds.Count == 0)
        {
            return [];
        }

        var engine = duel.Engine ?? run.Engine;
        var relation = Relation.OfDuel(duel.Values, new());
        return duel.Rounds.Select(
            (round, i) =>
                WithoutRound(run, c) with
                {
                    Round = i + 1,
                    OpponentEngineVersion = engine.Version,
                    OpponentEngineSha256 = engine.Sha256,
                    OpponentCase = duel.Case,
                    RoundRatio = round.Value,
                    ExchangeRatios = round.Ratios.Count > 0 ? Joined(round.Ratios) : null,
                    Exchanges = round.Exchanges,
                    Clock = round.Clock == DuelClock.Wall ? "wall" : "thread",
                    WallRatio = round.Clock == DuelClock.Wall ? round.Value : round.WallRatio,
                    SubjectNs = round.Subject,
                    OpponentNs = round.Opponent,
                    Ratio = relation.Ratio,
                    IntervalLower = relation.Interval?.Lower,
                    IntervalUpper = relation.Interval?.Upper,
                    Margin = relation.Margin,
                    Evidence = "duels",
                }
        );
    }

    private static string Joined(IReadOnlyList<double> values) =>
        string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    private static IEnumerable<CsvRow> Levels(RunFile run, RunCase c) =>
        c.Rounds.Count == 0
            ? [WithoutRound(run, c)]
            : c.Rounds.Select(
                (round, i) =>
                    WithoutRound(run, c) with
                    {
                        Round = i + 1,
                        MedianNs = RoundStatistics.Median(round.Iterations),
                        IterationsNs = Joined(round.Iterations),
                        ResidentBytes = round.ResidentBytes,
                        MinorFaults = round.MinorFaults,
                        MajorFaults = round.MajorFaults,
                    }
            );

    private static CsvRow WithoutRound(RunFile run, RunCase c)
    {
        var start = run.StartOf(c);
        return new(
            run.Machine.Id,
            run.Engine.Version,
            run.Engine.Origin,
            run.Engine.Sha256,
            start.Suite.Version,
            start.Suite.Commit,
            start.Started.UtcDateTime.ToString(
                "yyyy-MM-ddTHH:mm:ssZ",
                CultureInfo.InvariantCulture
            ),
            start.Profile,
            c.Id,
            c.Benchmark,
            c.Method,
            string.Join(';', c.Parameters.Select(p => $"{p.Key}={p.Value}")),
            Unit(c.Unit),
            c.Operations,
            c.Bytes,
            c.Guest?.Name,
            c.Guest?.Sha256,
            Status(c.Status),
            c.Reason,
            Round: null,
            MedianNs: null,
            IterationsNs: null,
            ResidentBytes: null,
            MinorFaults: null,
            MajorFaults: null
        )
        {
            CodeFunction = c.Code?.Function,
            CodeBytes = c.Code?.Bytes,
            CodeInstructions = c.Code?.CountPerOperation,
            CodeCheck = c.Code?.CheckPerOperation,
            CodeHash = c.Code?.Hash,
        };
    }

    // As run files spell them.
    private static string Unit(TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Nanosecond => "ns",
            TimeUnit.Microsecond => "us",
            TimeUnit.Millisecond => "ms",
            _ => "s",
        };

    private static string Status(CaseStatus status) =>
        status switch
        {
            CaseStatus.Measured => "measured",
            CaseStatus.Skipped => "skipped",
            _ => "failed",
        };
}
