using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class RepeatedEngineTests
{
    private const string Id = "BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)";

    [Fact]
    public void Shows_verdicts_beside_the_tables_and_nowhere_else()
    {
        var pages = Pages(Run(1), Run(1));

        Assert.Contains(
            "\n\n50.0.1\\~2 is 50.0.1 measured again (A/A): nothing but chance differs. "
                + "Verdicts of 50.0.1\\~2 against 50.0.1: 1 same, 0 same within a margin, 0 unsure, 0 with too few rounds, 0 wrong.\n\n"
                + "[All rows of 50.0.1\\~2](engines/50.0.1~2.md)\n",
            pages[0].Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("side by side", pages[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            pages,
            page => page.Path.Contains("by-engine", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Wrong", pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_every_verdict_that_is_wrong()
    {
        var pages = Pages(Run(1), Run(1.5));

        string[] shown = [pages[0].Text, pages[^1].Text];
        Assert.All(
            shown,
            text =>
            {
                Assert.Contains(
                    "0 same, 0 same within a margin, 0 unsure, 0 with too few rounds, 1 wrong.",
                    text,
                    StringComparison.Ordinal
                );
                Assert.Contains(
                    $"\n- Wrong: {Id} slower, ≈1.50x [1.50, 1.50]\n",
                    text,
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public void Calls_no_verdict_wrong_where_the_two_are_not_of_one_run()
    {
        var again = Run(1.5);

        var page = Pages(Run(1), again with { Started = again.Started.AddHours(-4) })[0].Text;

        Assert.Contains(
            "the machine may differ. Verdicts of 50.0.1\\~2 against 50.0.1: 0 same, 0 same within a margin, 0 unsure, 0 with too few rounds, 0 faster, 1 slower.",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("rong", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_page_with_its_own_tables_and_the_comparison()
    {
        var page = Pages(Run(1), Run(1))[^1];

        Assert.Equal(Path.Combine("results", "m", "engines", "50.0.1~2.md"), page.Path);
        Assert.StartsWith("# m, engine 50.0.1\\~2\n", page.Text, StringComparison.Ordinal);
        Assert.Contains("\n## 50.0.1\\~2 against 50.0.1\n", page.Text, StringComparison.Ordinal);
        Assert.Contains("| same    |", page.Text, StringComparison.Ordinal);
        Assert.Contains("\n## Tables\n\n### BoundaryAccess\n", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_shown_on_the_page_of_an_older_engine_too()
    {
        var pages = MachineReport
            .Of(
                "results",
                [
                    new("m", "48.0.0", Run(1, "48.0.0")),
                    new("m", "48.0.0~2", Run(1, "48.0.0")),
                    new("m", "50.0.1", Run(1)),
                ],
                Suite.Book
            )
            .Pages;

        var older = pages.Single(p => p.Path.EndsWith("48.0.0.md", StringComparison.Ordinal));
        Assert.Contains(
            "[All rows of 48.0.0\\~2](48.0.0~2.md)",
            older.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("A/A", pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_why_two_measurements_cannot_be_compared()
    {
        var again = Run(1);
        again = again with
        {
            Cases =
            [
                again.Cases[0] with
                {
                    Guest = new() { Name = "access", Sha256 = "ffff" },
                },
            ],
        };

        Assert.Contains(
            "measured again (A/A), but: results of different guests are not compared",
            Pages(Run(1), again)[0].Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Is_an_engine_of_its_own_if_it_is_another_build()
    {
        var own = Run(1);
        own = own with { Engine = own.Engine with { Sha256 = "1111" } };

        var pages = Pages(Run(1), own);

        Assert.DoesNotContain("A/A", pages[0].Text, StringComparison.Ordinal);
        Assert.Contains(
            "50.0.1\\~2 | 50.0.1 |",
            TestPages.SideBySide(pages),
            StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<GeneratedPage> Pages(RunFile first, RunFile again) =>
        MachineReport
            .Of("results", [new("m", "50.0.1", first), new("m", "50.0.1~2", again)], Suite.Book)
            .Pages;

    private static RunFile Run(double factor, string version = "50.0.1") =>
        TestRuns.Run(
            version,
            TestRuns.Measured(
                "BoundaryAccess",
                "Read",
                "Memory=memory64, Window=below, Width=8",
                [.. Enumerable.Range(0, 8).Select(i => factor * (10 + (i * 0.001)))]
            )
        );
}
