using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

/// <summary>The page to explore in, in a real browser: each view has an address, so an address is all that it takes to see one.</summary>
[Trait("Speed", "Slow")]
public sealed class ExplorerInBrowserTests : IDisposable
{
    private const string Body = "<tbody id=\"rows\">";

    private readonly TemporaryFolder _folder = new();

    public ExplorerInBrowserTests()
    {
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

    [Fact]
    public void It_begins_with_all_rows_of_the_newest_engine()
    {
        var page = Load("");

        Assert.Equal(
            $"{RowsOf(page).Count} rows. Verdicts: alpha 1 %, threshold 2 %.",
            Browser.Texts(page, "<p id=\"count\"", "</p>")[0]
        );
        Assert.Contains(
            RowsOf(page),
            row => row.Contains("BoundaryAccess.Read", StringComparison.Ordinal)
        );
        Assert.Contains(
            "Wasmtime 50.0.1",
            Browser.Texts(page, "<select name=\"e\"", "</option>")[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_address_chooses_sorts_and_opens()
    {
        var sorted = RowsOf(Load("#m=m2&s=case.desc")).Select(row => row.Split(' ')[0]).ToList();
        Assert.True(sorted.Distinct().Count() > 1);
        Assert.Equal(sorted.OrderDescending(StringComparer.Ordinal), sorted);

        var chosen = RowsOf(Load("#m=m2&c=BoundaryAccess&a=memory32"));
        Assert.NotEmpty(chosen);
        Assert.All(
            chosen,
            row => Assert.StartsWith("BoundaryAccess", row, StringComparison.Ordinal)
        );

        var name = "BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)";
        var opened = Load($"#r={Uri.EscapeDataString($"{name}|memory32")}");
        Assert.Contains("All engines of this machine", opened, StringComparison.Ordinal);
        Assert.Contains(
            "All machines, the newest engine that measured it",
            opened,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("#c=Nothing&v=cheaper&a=nobody")]
    [InlineData("#m=nobody&e=nothing&s=colour.asc")]
    public void What_an_address_names_and_is_not_there_hides_nothing(string address) =>
        Assert.Equal(RowsOf(Load("")).Count, RowsOf(Load(address)).Count);

    [Fact]
    public void Words_are_looked_for_in_any_order()
    {
        var rows = RowsOf(Load("#q=memory64%20boundary"));

        Assert.NotEmpty(rows);
        Assert.All(
            rows,
            row =>
            {
                Assert.Contains("BoundaryAccess", row, StringComparison.Ordinal);
                Assert.Contains("memory64", row, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Without_a_machine_it_says_so()
    {
        _ = Publisher.Publish(_folder.At("none"), Suite.Book);

        Assert.Contains(
            "No machine has been measured yet.",
            Browser.Load(AddressOf("none", ""), _folder.At("profile")),
            StringComparison.Ordinal
        );
    }

    private string Load(string at) => Browser.Load(AddressOf("results", at), _folder.At("profile"));

    private string AddressOf(string results, string at) =>
        new Uri(_folder.At(results, "explore.html")).AbsoluteUri + at;

    private static IReadOnlyList<string> RowsOf(string page) =>
        Browser.Texts(page.Split(Body)[1].Split("</tbody>")[0], "<tr", "</tr>");
}
