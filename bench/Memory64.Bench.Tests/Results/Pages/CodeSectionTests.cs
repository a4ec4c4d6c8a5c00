using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class CodeSectionTests
{
    private const string Heading = "\n## What each version's code is\n";

    [Fact]
    public void Shows_the_code_of_each_engine_oldest_first_and_marks_what_did_not_turn()
    {
        var page = Page(
            Run("50.0.1", TestCodes.Read("b", check: 5)),
            Run("9.0.0", TestCodes.Read("a")),
            Run("24.0.0", TestCodes.Read("a")),
            Run("36.0.0", null),
            Run("44.0.0", TestCodes.Read("a")),
            Run("48.0.0", TestCodes.Read("c"))
        );

        Assert.Contains(Heading, page, StringComparison.Ordinal);
        Assert.Contains(
            "| Loop | 9.0.0 | 24.0.0 | 36.0.0 | 44.0.0 | 48.0.0 | 50.0.1 |",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| Read of 8 bytes, memory64 | 5.25 (3) | = | – | = | 5.25 (3) | 7.25 (5) |",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "= is the same code as the engine's before",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Leaves_out_a_loop_whose_code_one_engine_has_alone() =>
        Assert.DoesNotContain(
            Heading,
            Page(Run("24.0.0", null), Run("50.0.1", TestCodes.Read("a"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Leaves_out_the_code_of_another_build_of_the_guest_and_of_other_settings()
    {
        var rebuilt = Run("24.0.0", TestCodes.Read("a"));
        var set = Run("36.0.0", TestCodes.Read("b"));

        var page = Page(
            rebuilt with
            {
                Cases =
                [
                    rebuilt.Cases[0] with
                    {
                        Guest = new() { Name = "access", Sha256 = "2" },
                    },
                ],
            },
            set with
            {
                Cases = [set.Cases[0] with { Settings = new() { ["spectre"] = "off" } }],
            },
            Run("48.0.0", TestCodes.Read("a")),
            Run("50.0.1", TestCodes.Read("a"))
        );

        Assert.Contains(
            "| Read of 8 bytes, memory64 | – | – | 5.25 (3) | = |",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_page_of_runs_without_code_has_nothing_of_it()
    {
        var page = Page(TestRuns.Rich("24.0.0"), TestRuns.Rich("50.0.1"));

        Assert.DoesNotContain(Heading, page, StringComparison.Ordinal);
        Assert.DoesNotContain("| instr./op (check) |", page, StringComparison.Ordinal);
    }

    private static string Page(params RunFile[] runs) =>
        TestRuns.Unpadded(
            TestPages.SideBySide(
                MachineReport
                    .Of(
                        "results",
                        [
                            .. runs.Select(run => new StoredRun(
                                "test-machine",
                                run.Engine.Version,
                                run
                            )),
                        ],
                        Suite.Book
                    )
                    .Pages
            )
        );

    private static RunFile Run(string version, RunCode? code) =>
        TestRuns.Run(
            version,
            TestRuns.Measured(
                "BoundaryAccess",
                "Read",
                "Memory=memory64, Window=below, Width=8",
                5
            ) with
            {
                Code = code,
            }
        );
}
