using Memory64.Bench.Benchmarks.Modules;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

/// <summary>The page of many programs, from a run file to a folder.</summary>
public sealed class ProgramsPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_means_are_geometric_and_count_a_folder_once()
    {
        // 4 and 1 of one folder have the mean 2, as the lone one has.
        Save(
            Program("x_1", "suite/x/1.wasm", 4),
            Program("x_2", "suite/x/2.wasm", 1),
            Program("y", "suite/y.wasm", 2)
        );

        var page = Page("test-machine/programs.md");

        Assert.Contains(
            "2.00x is the geometric mean of 3 programs (2.00x where programs of one folder count once, 2 in all). Half of them lie from 1.00x to 2.00x, all from 1.00x to 4.00x.",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("The modules come from a checkout at abc;", page, StringComparison.Ordinal);
        Assert.True(
            page.IndexOf("| x\\_1 ", StringComparison.Ordinal)
                < page.IndexOf("| x\\_2 ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_program_that_is_too_short_is_shown_and_does_not_count()
    {
        Save(Program("long", "l.wasm", 3), Program("short", "s.wasm", 9, nanoseconds: 10));

        var page = Page("test-machine/programs.md");

        Assert.Contains(
            "3.00x is the geometric mean of 1 program ",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("too short |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_of_too_few_rounds_is_shown_and_does_not_count()
    {
        var once = Program("once", "o.wasm", 9);
        Save(
            Program("often", "e.wasm", 3),
            once with
            {
                Duels = [once.Duels[0] with { Rounds = [once.Duels[0].Rounds[0]] }],
            }
        );

        var page = Page("test-machine/programs.md");

        Assert.Contains(
            "3.00x is the geometric mean of 1 program ",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("9.00x (1 round)", page, StringComparison.Ordinal);
        Assert.Contains("| too few rounds |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_the_mean_of_another_engine_stands_that_of_the_same_programs()
    {
        Save(Program("a", "a.wasm", 2), Program("b", "b.wasm", 8));
        Save("36.0.0", Program("a", "a.wasm", 3));

        var row = Page("test-machine/programs.md")
            .Split('\n')
            .Single(line =>
                line.StartsWith("| 36.0.0 | memory64 ÷ memory32 ", StringComparison.Ordinal)
            );

        Assert.Contains(
            "| 3.00x |",
            row.Replace("  ", " ", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.EndsWith(" 2.00x |", row, StringComparison.Ordinal);
    }

    [Fact]
    public void What_did_not_run_stands_there_with_its_reason()
    {
        Save(
            Program("a", "a.wasm", 1),
            TestRuns.Skipped(
                nameof(YourModule),
                nameof(YourModule.RunFresh),
                "Module=b, Memory=memory32",
                "b.wasm: is a component"
            )
        );

        Assert.Contains(
            "- YourModule.RunFresh(Module=b, Memory=memory32): b.wasm: is a component",
            Page("test-machine/programs.md"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_machine_s_page_and_the_project_s_say_the_answer_and_link_to_it()
    {
        Save(Program("a", "a.wasm", 2), Program("b", "b.wasm", 2));
        var readme = Path.Combine(_folder.Root, "project.md");
        File.WriteAllText(
            readme,
            "before\n<!-- programs of test-machine: written by x -->\nto be replaced\n<!-- end of programs -->\nafter\n"
        );

        var pages = Publisher.Render(_folder.Root, Suite.Book, readme);

        var machine = pages
            .Single(page => page.Path.EndsWith("test-machine/README.md", StringComparison.Ordinal))
            .Text;
        Assert.Contains("[Each program](programs.md).", machine, StringComparison.Ordinal);
        Assert.DoesNotContain("| RunFresh |", machine, StringComparison.Ordinal);
        var project = pages[^1].Text;
        Assert.Contains(
            "[Each program](results/test-machine/programs.md). Measured on [test-machine](results/test-machine/README.md): Testium 9",
            project,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "(results/test-machine/charts/programs.svg)",
            project,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("to be replaced", project, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_whose_programs_are_gone_goes()
    {
        Save(Program("a", "a.wasm", 2), Program("b", "b.wasm", 2));
        _ = Publisher.Publish(_folder.Root, Suite.Book);
        var path = Path.Combine(_folder.Root, "test-machine", "programs.md");
        Assert.True(File.Exists(path));

        Save(TestRuns.Measured("BoundaryAccess", "Read", "Memory=memory64", 1, 1, 1));
        _ = Publisher.Publish(_folder.Root, Suite.Book);

        Assert.False(File.Exists(path));
    }

    private static RunCase Program(
        string name,
        string path,
        double ratio,
        double nanoseconds = 1_000_000
    )
    {
        var control = $"YourModule.RunFresh(Module={name}, Memory=memory32)";
        var measured = TestRuns.Measured(
            nameof(YourModule),
            nameof(YourModule.RunFresh),
            $"Module={name}, Memory=memory64",
            nanoseconds
        );
        var duel = TestRuns.Duel(control, null, [.. Enumerable.Repeat(ratio, 8)]);
        return measured with
        {
            Controls = new() { ["memory32"] = control },
            Input = TestRuns.Input(new string('a', 64)) with { Name = path, Source = "abc" },
            Duels =
            [
                duel with
                {
                    Rounds =
                    [
                        .. duel.Rounds.Select(round =>
                            round with
                            {
                                Subject = nanoseconds * ratio,
                                Opponent = nanoseconds,
                            }
                        ),
                    ],
                },
            ],
        };
    }

    private void Save(params RunCase[] cases) => Save("50.0.1", cases);

    private void Save(string version, params RunCase[] cases)
    {
        var path = new RunFolder(_folder.Root).RunPath("test-machine", version);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        TestRuns.Run(version, cases).Save(path);
    }

    private string Page(string name) =>
        Publisher
            .Render(_folder.Root, Suite.Book)
            .Single(page => page.Path.EndsWith(name, StringComparison.Ordinal))
            .Text;
}
