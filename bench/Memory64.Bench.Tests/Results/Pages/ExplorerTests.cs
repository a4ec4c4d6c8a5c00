using System.Text.Json;
using System.Text.RegularExpressions;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

/// <summary>The page to explore in has what the tables have, and needs nothing beside it.</summary>
public sealed partial class ExplorerTests
{
    private const long MostBytes = 2_000_000;

    // The place of each field in a row, and in a relation of it.
    private const int Engine = 0,
        Case = 1,
        Status = 2,
        Time = 6,
        Rounds = 8,
        Relations = 11,
        Label = 0,
        Control = 1,
        Ratio = 2,
        Verdict = 5,
        IsOfLevels = 6;

    private static readonly RunFolder Folder = new(Repository.ResultsPath);

    public static TheoryData<string> Machines => [.. Folder.Machines()];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Every_published_case_is_a_row_with_the_verdicts_of_the_tables(string machine)
    {
        var stored = Folder.LoadMachine(machine);
        using var data = Data(stored);
        var (root, rows) = (data.RootElement, data.RootElement.GetProperty("rows"));
        var names = root.GetProperty("cases")
            .EnumerateArray()
            .Select(each => new CaseName(
                each[0].GetString()!,
                each[1].GetString()!,
                new OrderedDictionary<string, string>(
                    each[2]
                        .EnumerateObject()
                        .Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!))
                )
            ))
            .ToList();
        List<string> engines =
        [
            .. root.GetProperty("engines")
                .EnumerateArray()
                .Select(e => e.GetProperty("id").GetString()!),
        ];

        Assert.Equal(stored.Sum(run => run.Run.Cases.Count), rows.GetArrayLength());
        Assert.Equal(
            stored.Sum(run =>
                run.Run.Cases.Sum(c =>
                    c.Controls.Values.Count(id =>
                        run.Run.Cases.FirstOrDefault(other => other.Id == id) is { } control
                        && Relation.Of(c, control) is not null
                    )
                )
            ),
            rows.EnumerateArray().Sum(row => row[Relations].GetArrayLength())
        );
        foreach (var row in rows.EnumerateArray())
        {
            var run = stored.Single(each => each.Engine == engines[row[Engine].GetInt32()]).Run;
            var name = names[row[Case].GetInt32()];
            var recorded = run.Cases.Single(c => IsOf(c, name));
            Assert.Equal($"{recorded.Status}", row[Status].GetString(), ignoreCase: true);
            Assert.Equal(
                recorded.Status == CaseStatus.Measured ? recorded.Rounds.Count : 0,
                row[Rounds].GetArrayLength()
            );
            foreach (var relation in row[Relations].EnumerateArray())
            {
                var control = run.Cases.Single(c => IsOf(c, names[relation[Control].GetInt32()]));
                var expected = Relation.Of(recorded, control)!;
                Assert.Equal(control.Id, recorded.Controls[relation[Label].GetString()!]);
                Assert.Equal(VerdictText.Format(expected), relation[Verdict].GetString());
                Assert.Equal(1, relation[Ratio].GetDouble() / expected.Ratio, 0.001);
                Assert.Equal(
                    expected.Evidence == Evidence.Levels,
                    relation[IsOfLevels].GetBoolean()
                );
            }
        }
    }

    [Fact]
    public void A_case_that_was_not_measured_has_its_reason_and_no_time()
    {
        using var data = Data([new("m", "50.0.1", TestRuns.Rich())]);
        var skipped = data
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Single(row => row[Status].GetString() == "skipped");

        Assert.Equal("needs 12.4 GiB, 9.1 GiB available", skipped[Status + 1].GetString());
        Assert.Equal(JsonValueKind.Null, skipped[Time].ValueKind);
    }

    [Fact]
    public void It_needs_no_network_and_no_text_ends_its_data()
    {
        var run = TestRuns.Rich();
        var page = Page([
            run with
            {
                Cases = [.. run.Cases, TestRuns.Measured("A", "M", "P=</script>", 1)],
            },
        ]);

        Assert.Equal(2, page.Split("</script>").Length - 1);
        Assert.DoesNotMatch(Loads(), page);
        Assert.All(
            Address().Matches(page),
            address => Assert.Equal("http://www.w3.org/2000/svg", address.Value)
        );
    }

    [Fact]
    public void The_published_one_is_small()
    {
        var bytes = new FileInfo(Path.Combine(Repository.ResultsPath, "explore.html")).Length;

        Assert.InRange(bytes, 10_000, MostBytes);
    }

    private static bool IsOf(RunCase recorded, CaseName name) =>
        (recorded.Benchmark, recorded.Method) == (name.Benchmark, name.Method)
        && recorded.Parameters.SequenceEqual(name.Parameters);

    private static JsonDocument Data(IReadOnlyList<StoredRun> runs) =>
        JsonDocument.Parse(ExplorerData.Of(MachineEngines.Of(runs, Suite.Book)));

    private static string Page(IReadOnlyList<RunFile> runs) =>
        ExplorerPage.Render([
            ExplorerData.Of(
                MachineEngines.Of(
                    [.. runs.Select(run => new StoredRun("m", "50.0.1", run))],
                    Suite.Book
                )
            ),
        ]);

    [GeneratedRegex(
        @"<link|<img|src\s*=|@import|url\(|fetch\(|XMLHttpRequest|import\s*\(",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Loads();

    [GeneratedRegex(@"https?://[^""'\s]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Address();
}
