using System.Globalization;
using System.Text.RegularExpressions;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Comparisons;
using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

/// <summary>What every row of the published results must be: one kind of evidence.</summary>
public sealed partial class PublishedRowsTests
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["ns"] = 1,
        ["µs"] = 1e3,
        ["ms"] = 1e6,
        ["s"] = 1e9,
    };

    private static readonly RunFolder Folder = new(Repository.ResultsPath);

    private static readonly List<List<StoredRun>> Machines =
    [
        .. Folder.Machines().Select(machine => Folder.LoadMachine(machine).ToList()),
    ];

    [Fact]
    public void No_row_shows_a_ratio_and_two_times_that_contradict_it()
    {
        var rows = AllTables().SelectMany(RatiosAndTimes).ToList();

        Assert.True(rows.Count > 1000, $"{rows.Count} rows have a ratio and two times");
        Assert.DoesNotContain(rows, row => Contradicts(row.Ratio, row.Over, row.Under));
    }

    [Fact]
    public void No_answer_shows_a_ratio_and_two_times_that_contradict_it()
    {
        List<(string Text, double Ratio, double Over, double Under)> answers =
        [
            .. from run in Machines.SelectMany(runs => runs)
            from highlight in HighlightFinder.Find(run.Run, Suite.Book)
            let times = TwoTimes().Match(highlight.Detail)
            where times.Success
            select (
                highlight.Sentence,
                Number(highlight.RatioText),
                Time(times.Groups["over"].Value),
                Time(times.Groups["under"].Value)
            ),
        ];

        Assert.NotEmpty(answers);
        Assert.DoesNotContain(answers, row => Contradicts(row.Ratio, row.Over, row.Under));
    }

    [Fact]
    public void No_table_shows_ratios_beside_levels() =>
        Assert.All(
            AllTables(),
            table =>
                Assert.False(
                    table.Columns.Any(c => c.Header.StartsWith("Ratio", StringComparison.Ordinal))
                        && table.Columns.Any(c => c.Header == "±"),
                    table.Title
                )
        );

    [Fact]
    public void Every_ratio_has_an_interval_or_says_of_how_few_rounds_it_is()
    {
        var cells = AllTables()
            .SelectMany(table =>
                table
                    .Columns.Index()
                    .Where(c => c.Item.Header.StartsWith("Ratio [", StringComparison.Ordinal))
                    .SelectMany(c => table.Rows.Select(row => row.Cells[c.Index]))
            )
            .Where(cell => cell.Value is not null)
            .ToList();

        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.Matches(WholeRatio(), cell.Text));
    }

    private static IEnumerable<Table> AllTables() =>
        Machines
            .SelectMany(runs => runs)
            .SelectMany(run => CaseTables.Of(run.Run, Suite.Book))
            .Concat(
                from runs in Machines
                from older in runs
                from newer in runs
                where older != newer
                from table in ComparisonTables.Of(
                    Comparison.Of(older.Run, newer.Run, between: runs.Select(run => run.Run)),
                    Suite.Book
                )
                select table
            );

    private static IEnumerable<(string Id, double Ratio, double Over, double Under)> RatiosAndTimes(
        Table table
    )
    {
        int Column(string prefix) =>
            table
                .Columns.Index()
                .Where(c => c.Item.Header.StartsWith(prefix, StringComparison.Ordinal))
                .Select(c => c.Index)
                .FirstOrDefault(-1);
        var ratio = Column("Ratio");
        var (over, under) = (
            Math.Max(Column("Time"), Column("New")),
            Math.Max(Column("Control"), Column("Base"))
        );
        return from row in table.Rows
            where ratio >= 0 && over >= 0 && under >= 0
            where row.Cells[ratio].Value is not null && row.Cells[over].Value is not null
            select (
                row.Id,
                Number(row.Cells[ratio].Text),
                Number(row.Cells[over].Text),
                Number(row.Cells[under].Text)
            );
    }

    // As a reader sees them: rounded, so that near 1 both may look equal.
    private static bool Contradicts(double ratio, double over, double under) =>
        Math.Sign(ratio - 1) * Math.Sign(over - under) < 0;

    private static double Number(string text) =>
        double.Parse(FirstNumber().Match(text).Value, CultureInfo.InvariantCulture);

    private static double Time(string text) => Number(text) * Units[text.Split(' ')[1]];

    [GeneratedRegex(
        @"[0-9.]+(e-?[0-9]+)?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000
    )]
    private static partial Regex FirstNumber();

    [GeneratedRegex(
        @"^(?<over>[0-9.]+ [nµm]?s) against (?<under>[0-9.]+ [nµm]?s)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000
    )]
    private static partial Regex TwoTimes();

    [GeneratedRegex(
        @"^≈?[0-9.]+(e-[0-9]+)?x (\[[0-9.e-]+, [0-9.e-]+\]|\([0-9]+ rounds?\))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000
    )]
    private static partial Regex WholeRatio();
}
