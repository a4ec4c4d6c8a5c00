using Memory64.Bench.Benchmarks.Settings;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class MachinePageTests
{
    [Fact]
    public void Says_where_it_comes_from_and_what_was_measured()
    {
        var page = Page([TestRuns.Rich()]);

        string[] expected =
        [
            "# test-machine\n\nGenerated from the run files in this folder by `./run-bench.sh publish`",
            "| CPU                    | Testium 9 &lt;X>",
            "| Last-level cache       | 32.0 MiB",
            "| Memory                 | 24.0 GiB",
            "| Kernel                 | 6.1.0",
            "| Transparent huge pages | madvise",
            "| Virtual machine        | yes",
            "| .NET                   | 10.0.1",
            "| BenchmarkDotNet        | 0.15.8",
            "| Suite                  | 0.1.0 at abc1234",
            "| 50.0.1 | nuget  | aaaabbbbcccc | 2026-11-23 10:00 UTC | standard | –     |        7 |       1 |      1 |",
            "- 16 GiB against 8 GiB, instantiation (on-demand): ≈1.01x (3 rounds) (12.1 µs against 12.0 µs; too few rounds)\n",
            "- [BoundaryAccess](classes/BoundaryAccess.md): What does one access cost",
        ];
        Assert.All(expected, text => Assert.Contains(text, page, StringComparison.Ordinal));
        string[] reasons =
        [
            "skipped: needs 12.4 GiB, 9.1 GiB available",
            "failed: read 0x2a, expected 0x63 \\| µ",
        ];
        Assert.All(
            reasons,
            text => Assert.Contains(text, Classes([TestRuns.Rich()]), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Shows_engines_newest_version_first_and_highlights_of_that_one()
    {
        var page = Page([TestRuns.Rich("9.0.0"), TestRuns.Rich("50.0.1"), TestRuns.Rich("24.0.0")]);

        string[] headings =
        [
            .. page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)),
        ];
        Assert.Equal(
            [
                "## Answers, engine 50.0.1",
                "## In short, engine 50.0.1",
                "## Charts",
                "## What was measured, engine 50.0.1",
                "## What the rounds say, engine 50.0.1",
                "## Is the duel fair, engine 50.0.1",
                "## Engines",
                "## Environment",
                "## How to read the tables",
            ],
            headings
        );
        Assert.Contains(
            "\n[Engines side by side](engines/README.md). Tables of [24.0.0](engines/24.0.0.md), [9.0.0](engines/9.0.0.md).\n",
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Says_where_engines_are_not_of_one_run(int daysLater, bool said)
    {
        var later = TestRuns.Rich("50.0.1");

        var page = SideBySide([
            later with
            {
                Started = later.Started.AddDays(daysLater),
            },
            TestRuns.Rich("9.0.0"),
        ]);

        Assert.Equal(said, page.Contains("Not all are of one run", StringComparison.Ordinal));
    }

    [Fact]
    public void Folds_levels_behind_the_ratios_of_the_same_cases()
    {
        var page = TestRuns.Unpadded(Classes([TestRuns.Rich()]));

        Assert.Contains(
            "\n<details>\n<summary>Levels of BoundaryAccess: 3 cases</summary>\n\nWidth=8\n\n| Method |",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("\n\n</details>\n", page, StringComparison.Ordinal);
        // No ratio stands before those: they are what there is.
        Assert.Contains("\n### MemoryInstantiation\n", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("<details>").Length - 1);
    }

    [Fact]
    public void Sets_engines_side_by_side_oldest_first_each_row_in_one_unit()
    {
        var page = SideBySide([
            TestRuns.Rich("50.0.1"),
            TestRuns.Slower(TestRuns.Rich("9.0.0"), 2),
            TestRuns.Run("36.0.0"),
        ]);

        string[] expected =
        [
            "| Time of | Unit | 9.0.0 | 36.0.0 | 50.0.1 |",
            "| Instantiation of 8 GiB, on demand | µs | 24.0 | – | 12.0 |",
            "| Read of 8 bytes, memory32 below 4 GiB | ns | 0.700 | – | 0.350 |",
            "| memory64 against memory32, reads | ≈1.45x (4 rounds) | – | ≈1.45x (4 rounds) |",
        ];
        Assert.All(
            expected,
            line => Assert.Contains(line, TestRuns.Unpadded(page), StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Growth by 6 GiB", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_of_each_class_once_why_it_is_there()
    {
        var run = TestRuns.Rich();
        var page = Classes([
            run with
            {
                Cases =
                [
                    .. run.Cases,
                    TestRuns.Measured("BoundaryAccess", "Walk", "", 5) with
                    {
                        Unit = TimeUnit.Microsecond,
                    },
                ],
            },
        ]);

        Assert.Equal(2, page.Split("\n### BoundaryAccess: ").Length - 1);
        Assert.Single(page.Split(Suite.Book.PageOf("BoundaryAccess")!.Note).Skip(1));
    }

    [Fact]
    public void Says_of_each_setting_what_it_is_with_the_values_recorded()
    {
        const string name = "EngineSettingsAccess";
        var page = Classes([
            TestRuns.Run(
                "50.0.1",
                TestRuns.Measured(name, "Read", "Setting=byDefault, Memory=memory64", 5),
                TestRuns.Measured(name, "Read", "Setting=noGuard, Memory=memory64", 5) with
                {
                    Settings = new() { ["guard"] = "0" },
                },
                TestRuns.Measured(name, "Read", "Setting=noGuard, Memory=memory32", 5) with
                {
                    Settings = new() { ["guard"] = "0" },
                },
                TestRuns.Measured(name, "Read", "Setting=ofTomorrow, Memory=memory64", 5) with
                {
                    Settings = new() { ["a"] = "1", ["b"] = "2" },
                }
            ),
        ]);

        string[] rows =
        [
            "\n## Settings\n",
            "\n| Setting | Recorded as | What it does |\n",
            $"\n| byDefault | – | {SettingNotes.All.Notes["byDefault"]} |\n",
            $"\n| noGuard | guard=0 | {SettingNotes.All.Notes["noGuard"]} |\n",
            "\n| ofTomorrow | a=1, b=2 | – |\n",
        ];
        Assert.All(
            rows,
            row => Assert.Contains(row, TestRuns.Unpadded(page), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Shows_its_charts_with_their_words()
    {
        var pages = MachineReport.Of("results", [Stored(TestRuns.Rich())], Suite.Book).Pages;

        var charts = pages.Where(p => p.Path.EndsWith(".svg", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, charts.Count);
        Assert.All(
            charts,
            chart =>
            {
                Assert.Contains(
                    $"](charts/{Path.GetFileName(chart.Path)})\n",
                    pages[0].Text,
                    StringComparison.Ordinal
                );
                Assert.StartsWith("<svg ", chart.Text, StringComparison.Ordinal);
            }
        );
        Assert.Contains(
            "\n![Access of 8 bytes around 4 GiB, Wasmtime 50.0.1. memory64: ",
            pages[0].Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Charts", Page([TestRuns.Run()]), StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_builds_of_one_version_apart()
    {
        var nuget = TestRuns.Rich();
        var own = nuget with
        {
            Engine = nuget.Engine with { Origin = "own build", Sha256 = "1111222233334444" },
        };

        var pages = MachineReport
            .Of("results", [Stored(nuget), Stored(own) with { Engine = "50.0.1-own" }], Suite.Book)
            .Pages;

        Assert.Contains(
            "| 50.0.1-own | own build | 111122223333 |",
            TestRuns.Unpadded(pages[0].Text),
            StringComparison.Ordinal
        );
        Assert.Equal("50.0.1-own.md", Path.GetFileName(pages[^1].Path));
        Assert.Contains(
            "\nown build, SHA-256 111122223333, ",
            pages[^1].Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Says_which_engine_was_measured_where_if_the_machine_changed()
    {
        var old = TestRuns.Rich("24.0.0");
        old = old with { Machine = old.Machine with { Kernel = "5.4" } };

        var page = Page([old, TestRuns.Rich(), TestRuns.Rich("36.0.0")]);

        Assert.Contains("6.1.0 (50.0.1, 36.0.0); 5.4 (24.0.0)", page, StringComparison.Ordinal);
        Assert.Contains("| TestOS 1 ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_unknown_where_nothing_is_known()
    {
        var run = TestRuns.Rich();
        var page = Page([
            run with
            {
                Machine = run.Machine with
                {
                    Cpu = "",
                    L1dBytes = 0,
                    Overcommit = null,
                    TransparentHugePages = null,
                    Virtualized = null,
                },
            },
        ]);

        Assert.Contains("| CPU                    | unknown", page, StringComparison.Ordinal);
        Assert.Contains("| L1 data cache          | unknown", page, StringComparison.Ordinal);
        Assert.Contains(
            "| Overcommit             | not applicable",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("| Virtual machine        | unknown", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_the_same_bytes_in_another_culture_and_for_any_order()
    {
        RunFile[] runs = [TestRuns.Rich("9.0.0"), TestRuns.Rich("50.0.1")];
        var plain = Page(runs);
        using var culture = new ForeignCulture();

        var foreign = Page([
            .. runs.Reverse().Select(run => run with { Cases = [.. run.Cases.Reverse()] }),
        ]);

        Assert.Equal(plain, foreign);
        Assert.DoesNotContain('\r', plain);
    }

    [Fact]
    public void Leaves_out_highlights_where_there_are_none() =>
        Assert.DoesNotContain("In short", Page([TestRuns.Run()]), StringComparison.Ordinal);

    [Fact]
    public void Refuses_runs_of_several_machines_and_none()
    {
        var run = Stored(TestRuns.Run());

        Assert.Throws<ArgumentException>(() => PageOf([run, run with { Machine = "other" }]));
        Assert.Throws<ArgumentException>(() => PageOf([]));
    }

    private static string Page(IReadOnlyList<RunFile> runs) => PageOf([.. runs.Select(Stored)]);

    // Those of all classes, one after the other.
    private static string Classes(IReadOnlyList<RunFile> runs) =>
        string.Concat(
            Pages([.. runs.Select(Stored)])
                .Where(page => Path.GetFileName(Path.GetDirectoryName(page.Path)) == "classes")
                .Select(page => page.Text)
        );

    private static string SideBySide(IReadOnlyList<RunFile> runs) =>
        TestPages.SideBySide(Pages([.. runs.Select(Stored)]));

    private static IReadOnlyList<GeneratedPage> Pages(IReadOnlyList<StoredRun> runs) =>
        MachineReport.Of("results", runs, Suite.Book).Pages;

    private static string PageOf(IReadOnlyList<StoredRun> runs) => Pages(runs)[0].Text;

    private static StoredRun Stored(RunFile run) => new("test-machine", run.Engine.Version, run);
}
