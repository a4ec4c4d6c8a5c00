using System.Text.RegularExpressions;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Comparisons;
using Memory64.Results.Pages;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

/// <summary>The page to explore in, in a real browser.</summary>
[Trait("Speed", "Slow")]
public sealed partial class ExplorerInBrowserTests : IClassFixture<Browser>, IDisposable
{
    // The columns of the table.
    private const int Case = 0,
        Against = 1,
        Verdict = 4;

    private static readonly RunFolder Published = new(Repository.ResultsPath);

    private readonly TemporaryFolder _folder = new();
    private readonly Browser _browser;

    public ExplorerInBrowserTests(Browser browser)
    {
        _browser = browser;
        var runs = new RunFolder(_folder.At("results"));
        foreach (var machine in (string[])["m1", "m2"])
        {
            foreach (var version in (string[])["36.0.0", "50.0.1"])
            {
                var run = TestRuns.Rich(version);
                (run with { Machine = run.Machine with { Id = machine } }).Save(
                    runs.RunPath(machine, version)
                );
            }
        }

        _ = Publisher.Publish(_folder.At("results"), Suite.Book);
    }

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Machines => [.. Published.Machines()];

    [Fact]
    public async Task It_begins_with_all_rows_of_the_newest_engine()
    {
        await using var page = await OpenAsync();

        var rows = await page.RowsAsync();
        Assert.Equal(
            $"{rows.Count} rows. Verdicts: alpha 1 %, threshold 2 %.",
            await page.TextAsync("#count")
        );
        Assert.Contains(
            rows,
            row => row[Case].StartsWith("BoundaryAccess.Read", StringComparison.Ordinal)
        );
        Assert.Equal("Wasmtime 50.0.1", await page.TextAsync("select[name=e] option:checked"));
    }

    [Fact]
    public async Task An_address_chooses_sorts_and_opens()
    {
        await using (var page = await OpenAsync("#m=m2&s=case.desc"))
        {
            var sorted = (await page.RowsAsync()).Select(row => row[Case].Split(' ')[0]).ToList();
            Assert.True(sorted.Distinct().Count() > 1);
            Assert.Equal(sorted.OrderDescending(StringComparer.Ordinal), sorted);
        }

        await using (var page = await OpenAsync("#m=m2&c=BoundaryAccess&a=memory32"))
        {
            var chosen = await page.RowsAsync();
            Assert.NotEmpty(chosen);
            Assert.All(
                chosen,
                row =>
                {
                    Assert.StartsWith("BoundaryAccess", row[Case], StringComparison.Ordinal);
                    Assert.Equal("memory32", row[Against]);
                }
            );
        }

        var name = "BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)";
        await using var opened = await OpenAsync($"#r={Uri.EscapeDataString($"{name}|memory32")}");
        var detail = await opened.TextAsync("tr.detail");
        Assert.Contains("All engines of this machine", detail, StringComparison.Ordinal);
        Assert.Contains(
            "All machines, the newest engine that measured it",
            detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Lists_and_keys_choose_and_the_address_follows()
    {
        await using var page = await OpenAsync();
        await page.ChooseAsync("m", "m2");
        await page.ChooseAsync("c", "BoundaryAccess");
        Assert.Equal("#m=m2&c=BoundaryAccess", await page.AtAsync());

        // A row is a button: it opens by a key, keeps the focus, and closes by the same key.
        await page.FocusAsync("#rows button");
        await page.PressAsync("Enter");
        Assert.Contains(
            "All engines of this machine",
            await page.TextAsync("tr.detail"),
            StringComparison.Ordinal
        );
        await page.PressAsync("Enter");
        Assert.Equal("#m=m2&c=BoundaryAccess", await page.AtAsync());

        await page.FocusAsync("#head button");
        await page.PressAsync("Space", "Space");
        Assert.Contains("s=case.desc", await page.AtAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#c=Nothing&v=cheaper&a=nobody")]
    [InlineData("#m=nobody&e=nothing&s=colour.asc&b=nobody/none&w=colours")]
    public async Task What_an_address_names_and_is_not_there_hides_nothing(string address)
    {
        await using var all = await OpenAsync();
        await using var page = await OpenAsync(address);

        Assert.Equal((await all.RowsAsync()).Count, (await page.RowsAsync()).Count);
    }

    [Fact]
    public async Task Words_are_looked_for_in_any_order()
    {
        await using var page = await OpenAsync("#q=memory64%20boundary");
        var rows = await page.RowsAsync();

        Assert.NotEmpty(rows);
        Assert.All(
            rows,
            row =>
            {
                Assert.Contains("BoundaryAccess", row[Case], StringComparison.Ordinal);
                Assert.Contains("memory64", row[Case], StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Without_a_machine_it_says_so()
    {
        _ = Publisher.Publish(_folder.At("none"), Suite.Book);

        await using var page = await _browser.OpenAsync(AddressOf("none"));

        Assert.Equal("No machine has been measured yet.", await page.TextAsync("#count"));
    }

    [Theory]
    [InlineData("engines", "Wasmtime 36.0.0", "Wasmtime 50.0.1")]
    [InlineData("machines", "m1", "m2")]
    public async Task A_row_has_a_column_for_each_engine_or_machine(
        string axis,
        string first,
        string second
    )
    {
        await using var page = await OpenAsync($"#w={axis}&c=BoundaryAccess&a=memory32");

        Assert.Equal($"CaseAgainst0.25x to 16x{first}{second}", await page.TextAsync("#head"));
        Assert.All(
            await page.RowsAsync(),
            row => Assert.All(row[^2..], cell => Assert.Matches(Ratio(), cell))
        );
    }

    [Fact]
    public async Task On_a_phone_nothing_is_wider_than_the_window()
    {
        await using var page = await OpenAsync();

        Assert.Equal(390, await page.WidthInAsync(390));
    }

    // Each published pair, and with it the statistics that the page has of its own.
    [Theory]
    [MemberData(nameof(Machines))]
    public async Task Engines_beside_each_other_have_the_verdicts_of_compare(string machine)
    {
        var runs = Published.LoadMachine(machine);
        var compared = 0;
        await using var page = await _browser.OpenAsync($"{PublishedAddress}#m={machine}");
        foreach (var (index, newer) in runs.Index())
        {
            await page.ChooseAsync("e", newer.Engine);
            foreach (var older in runs.Take(index))
            {
                await page.ChooseAsync("b", $"{machine}/{older.Engine}");
                compared += await AssertVerdictsAsync(
                    page,
                    older.Run,
                    newer.Run,
                    [.. runs.Select(r => r.Run)]
                );
            }
        }

        Assert.Equal(runs.Count > 1, compared > 0);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task A_dropped_file_has_the_verdicts_of_the_program(string machine)
    {
        var runs = Published.LoadMachine(machine);
        var newest = runs.MaxBy(run => run.Run.Cases.Count)!;
        await using var page = await _browser.OpenAsync(PublishedAddress);
        await page.DropAsync(Published.RunPath(machine, newest.Engine));
        await page.WaitForAsync("select[name=m] option:checked", "yours/");

        await AssertRelationsAsync(page, newest.Run, new());
        foreach (var older in runs.Where(run => run != newest))
        {
            await page.ChooseAsync("b", $"{machine}/{older.Engine}");
            _ = await AssertVerdictsAsync(
                page,
                older.Run,
                newest.Run,
                [.. runs.Select(r => r.Run)]
            );
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task Verdicts_go_by_the_alpha_and_the_threshold_that_are_set(string machine)
    {
        var newest = Published.LoadMachine(machine).MaxBy(run => run.Run.Cases.Count)!;
        await using var page = await _browser.OpenAsync(
            $"{PublishedAddress}#m={machine}&e={newest.Engine}&al=5&th=10"
        );

        await AssertRelationsAsync(page, newest.Run, new() { Alpha = 0.05, Threshold = 0.1 });
        Assert.EndsWith(
            "Verdicts: alpha 5 %, threshold 10 %.",
            await page.TextAsync("#count"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Files_are_chosen_by_the_field_too_and_what_is_none_is_refused_in_a_sentence()
    {
        var run = TestRuns.Rich("51.0.0");
        run.Save(_folder.At("mine.json"));
        File.WriteAllText(_folder.At("note.txt"), "no JSON");
        File.WriteAllText(_folder.At("list.json"), "[1]");
        File.WriteAllText(
            _folder.At("newer.json"),
            File.ReadAllText(_folder.At("mine.json"))
                .Replace(
                    $"\"schema\": {RunFile.CurrentSchema}",
                    "\"schema\": 99",
                    StringComparison.Ordinal
                )
        );
        await using var page = await OpenAsync();

        await page.DropAsync(
            _folder.At("note.txt"),
            _folder.At("list.json"),
            _folder.At("newer.json")
        );
        await page.WaitForAsync("#problem", "note.txt");
        Assert.Equal(
            "note.txt is no JSON: drop a run file, such as results/MACHINE/50.0.1.json; "
                + "list.json is no run file: it lacks schema, machine, engine or cases; "
                + $"newer.json has schema 99, this page knows up to {RunFile.CurrentSchema}: publish with the newer program",
            await page.TextAsync("#problem")
        );
        Assert.Equal("Wasmtime 50.0.1", await page.TextAsync("select[name=e] option:checked"));

        await page.UploadAsync(_folder.At("mine.json"));
        await page.WaitForAsync("select[name=e] option:checked", "51.0.0");
        Assert.Equal("", await page.TextAsync("#problem"));
    }

    private static async Task AssertRelationsAsync(
        OpenPage page,
        RunFile run,
        ComparisonOptions options
    )
    {
        var byId = run.Cases.ToDictionary(c => c.Id);
        var expected =
            from c in run.Cases
            from control in c.Controls
            let relation = byId.TryGetValue(control.Value, out var other)
                ? Relation.Of(c, other, options)
                : null
            where relation is not null
            select $"{Shown(c)} {control.Key} {VerdictText.Format(relation)}";
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            (await page.RowsAsync())
                .Where(row => row[Against].Length > 0)
                .Select(row => $"{row[Case]} {row[Against]} {row[Verdict]}")
                .Order(StringComparer.Ordinal)
        );
    }

    private static async Task<int> AssertVerdictsAsync(
        OpenPage page,
        RunFile older,
        RunFile newer,
        IReadOnlyList<RunFile> between
    )
    {
        var rows = await page.RowsAsync();
        Assert.Equal(newer.Cases.Count, rows.Count);
        var expected = Comparison
            .Of(older, newer, between: between)
            .Cases.Select(c => $"{Shown(c.Case)}: {VerdictText.Format(c.Relation)}")
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(
            expected,
            rows.Where(row => row[Verdict] is not ("not compared" or "skipped" or "failed"))
                .Select(row => $"{row[Case]}: {row[Verdict]}")
                .Order(StringComparer.Ordinal)
        );
        return expected.Count;
    }

    // As the page writes a case's name.
    private static string Shown(RunCase c) =>
        $"{c.Benchmark}.{c.Method} {string.Join(", ", c.Parameters.Select(p => $"{p.Key}={p.Value}"))}".Trim();

    private static string PublishedAddress =>
        new Uri(Path.Combine(Repository.ResultsPath, Publisher.ExplorerName)).AbsoluteUri;

    private Task<OpenPage> OpenAsync(string at = "") =>
        _browser.OpenAsync(AddressOf("results") + at);

    private string AddressOf(string results) =>
        new Uri(_folder.At(results, Publisher.ExplorerName)).AbsoluteUri;

    [GeneratedRegex(@"^≈?[0-9.]+x", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ratio();
}
