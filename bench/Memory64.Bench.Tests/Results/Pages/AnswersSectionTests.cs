using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class AnswersSectionTests
{
    private static readonly string Page =
        $"# Title\n\n{AnswersSection.Begin("m")}\n\nold\n\n{AnswersSection.End}\n\nrest\n";

    [Fact]
    public void Shows_the_newest_engine_between_the_markers_and_leaves_the_rest()
    {
        var older = TestRuns.Rich("48.0.0");
        var newer = TestRuns.Rich() with { Started = older.Started.AddDays(-1) };

        var text = AnswersSection.Replace(Page, [Machine(newer, older)], Suite.Book);

        Assert.StartsWith(
            $"# Title\n\n{AnswersSection.Begin("m")}\n\nWasmtime 50.0.1 (nuget) on [m](results/m/README.md): Testium 9 &lt;X>, 2 cores, 24.0 GiB",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\n- **Loads and stores in cache**: not said, because ",
            text,
            StringComparison.Ordinal
        );
        Assert.EndsWith($"\n\n{AnswersSection.End}\n\nrest\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("old", text, StringComparison.Ordinal);
        Assert.DoesNotContain("48.0.0", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_machine_that_the_page_names_whoever_measured_last()
    {
        var run = TestRuns.Rich();
        var text = AnswersSection.Replace(
            Page.Replace("answers of m:", "answers of c:", StringComparison.Ordinal),
            [
                Machine(run) with
                {
                    Folder = "a",
                },
                Machine(run with { Started = run.Started.AddDays(1) }) with
                {
                    Folder = "b",
                },
                Machine(run) with
                {
                    Folder = "c",
                },
            ],
            Suite.Book
        );

        Assert.Contains(
            "](results/c/charts/access-by-window.svg)\n",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("results/a", text, StringComparison.Ordinal);
        Assert.DoesNotContain("results/b", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_nothing_the_second_time()
    {
        MachineSummary[] machines = [Machine(TestRuns.Rich())];
        var once = AnswersSection.Replace(Page, machines, Suite.Book);

        Assert.Equal(once, AnswersSection.Replace(once, machines, Suite.Book));
    }

    [Fact]
    public void Leaves_a_page_without_markers_alone() =>
        Assert.Equal(
            "# Title\n",
            AnswersSection.Replace("# Title\n", [Machine(TestRuns.Rich())], Suite.Book)
        );

    [Theory]
    [InlineData("No run of m has been recorded yet.")]
    [InlineData(
        "No run of m has been recorded; the comment above this line may name other-2c instead.",
        "other-2c"
    )]
    public void Says_so_where_the_machine_was_not_measured(string said, params string[] others) =>
        Assert.Contains(
            $"\n\n{said}\n\n",
            AnswersSection.Replace(
                Page,
                [.. others.Select(other => Machine(TestRuns.Rich()) with { Folder = other })],
                Suite.Book
            ),
            StringComparison.Ordinal
        );

    private static MachineSummary Machine(params RunFile[] runs) =>
        MachineReport
            .Of(
                "results",
                [.. runs.Select(run => new StoredRun("m", run.Engine.Version, run))],
                Suite.Book
            )
            .Summary;
}
