using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class QuestionsSectionTests
{
    private const string Page =
        "<!-- questions of m: written by hand -->\n\nold\n\n<!-- end of questions -->\n";

    [Fact]
    public void Each_question_that_the_machine_has_something_for_is_answered_in_a_line()
    {
        MachineSummary[] machines = [Machine("m", TestRuns.Rich(), TestRuns.Rich("48.0.0"))];

        var text = QuestionsSection.Replace(Page, machines, Suite.Book);

        Assert.DoesNotContain("old", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n- **Which version should I take?** Wasmtime 50.0.1 if you can follow every two months, else 48.0.0, which is supported for two years. Wasmtime 50.0.1 is slower than 48.0.0 in 0 of ",
            text,
            StringComparison.Ordinal
        );
        Assert.Equal(text, QuestionsSection.Replace(text, machines, Suite.Book));
    }

    [Fact]
    public void Engines_of_two_makers_are_set_against_each_other_in_one_row()
    {
        var run = TestRuns.Rich();
        var other = run with
        {
            Engine = run.Engine with
            {
                Version = "v8@26.10.0",
                Origin = "npm",
                Runtime = "V8 14.6.202.34",
                Sha256 = new string('f', 64),
            },
        };

        Assert.Matches(
            @"costs, or the engine\?\*\* Memory64 against memory32, .+: [0-9.]+x in Wasmtime, [0-9.]+x in V8\. \[",
            QuestionsSection.Replace(Page, [Machine("m", run, other)], Suite.Book)
        );
    }

    [Fact]
    public void A_version_alone_is_compared_with_none() =>
        Assert.DoesNotContain(
            "Which version",
            QuestionsSection.Replace(Page, [Machine("m", TestRuns.Rich())], Suite.Book),
            StringComparison.Ordinal
        );

    [Fact]
    public void Says_so_where_the_machine_was_not_measured() =>
        Assert.Contains(
            "\n\nNothing has been recorded on m yet.\n",
            QuestionsSection.Replace(Page, [], Suite.Book),
            StringComparison.Ordinal
        );

    private static MachineSummary Machine(string folder, params RunFile[] runs) =>
        MachineReport
            .Of(
                "results",
                [.. runs.Select(run => new StoredRun(folder, run.Engine.Version, run))],
                Suite.Book
            )
            .Summary;
}
