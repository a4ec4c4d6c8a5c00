using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class PublisherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunFolder _runs;

    public PublisherTests() => _runs = new(_folder.Root);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_the_pages_of_each_machine_and_the_index()
    {
        Save("m10", "50.0.1");
        Save("m9", "50.0.1");
        Save("m9", "9.0.0");

        var pages = Publisher.Publish(_folder.Root, Suite.Book);

        Assert.Equal(
            [
                "m9/README.md",
                "m9/classes/MemoryInstantiation.md",
                "m9/classes/GuestAllocation.md",
                "m9/classes/BoundaryAccess.md",
                "m9/classes/HostApi.md",
                "m9/classes/Zebra.md",
                "m9/charts/instantiation-by-size.svg",
                "m9/charts/access-by-window.svg",
                "m9/charts/memory64-over-memory32.svg",
                "m9/charts/instantiation-by-engine.svg",
                "m9/charts/access-by-engine.svg",
                "m9/engines/README.md",
                "m9/engines/9.0.0.md",
                "m10/README.md",
                "m10/classes/MemoryInstantiation.md",
                "m10/classes/GuestAllocation.md",
                "m10/classes/BoundaryAccess.md",
                "m10/classes/HostApi.md",
                "m10/classes/Zebra.md",
                "m10/charts/instantiation-by-size.svg",
                "m10/charts/access-by-window.svg",
                "suite.json",
                "run-file.schema.json",
                "explore.html",
                "README.md",
            ],
            pages.Select(p => Path.GetRelativePath(_folder.Root, p.Path).Replace('\\', '/'))
        );
        Assert.All(pages, page => Assert.Equal(page.Text, File.ReadAllText(page.Path)));
        Assert.StartsWith("# m9\n", pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_machines_and_engines_newest_first_in_the_index()
    {
        Save("m10", "50.0.1");
        Save("m9", "50.0.1");
        Save("m9", "9.0.0");

        var index = Publisher.Render(_folder.Root, Suite.Book)[^1].Text;

        Assert.Contains("`./run-bench.sh publish`", index, StringComparison.Ordinal);
        Assert.Contains("## How to add a result\n", index, StringComparison.Ordinal);
        Assert.Contains(
            """
            ## Machines

            **[m9](m9/README.md)**: Testium 9 &lt;X>, TestOS 1

            - [50.0.1](m9/50.0.1.json), 2026-11-23 10:00 UTC
            - [9.0.0](m9/9.0.0.json), 2026-11-23 10:00 UTC

            **[m10](m10/README.md)**: Testium 9 &lt;X>, TestOS 1

            - [50.0.1](m10/50.0.1.json), 2026-11-23 10:00 UTC

            ## Machines side by side

            """.ReplaceLineEndings("\n"),
            index,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Sets_the_newest_engines_of_machines_side_by_side_in_the_index()
    {
        Save("m10", "50.0.1");
        Save("m9", "48.0.0", 2);
        Save("m9", "9.0.0");

        var index = Publisher.Render(_folder.Root, Suite.Book)[^1].Text;

        string[] expected =
        [
            "| Time of | Unit | m9, 48.0.0 | m10, 50.0.1 |",
            "| Instantiation of 8 GiB, on demand | µs | 24.0 | 12.0 |",
            "| 16 GiB against 8 GiB, instantiation (on-demand) | ≈1.01x (3 rounds) | ≈1.01x (3 rounds) |",
        ];
        Assert.All(
            expected,
            line => Assert.Contains(line, TestRuns.Unpadded(index), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Answers_nothing_by_what_an_earlier_method_measured()
    {
        Save("m1", "50.0.1");
        var run = TestRuns.Rich() with { Machine = TestRuns.Rich().Machine with { Id = "m2" } };
        var measured = run.Cases.First(c => c.Status == CaseStatus.Measured);
        var duel = TestRuns.Duel("BoundaryAccess.Read(Memory=native)", null, 1.5, 1.4);
        SaveWith(duel);
        var before = Pages();
        SaveWith(duel with { Rounds = [duel.Rounds[0], TestRuns.Earlier(duel).Rounds[1]] });
        var after = Pages();

        Assert.DoesNotContain("earlier method", string.Concat(before), StringComparison.Ordinal);
        Assert.Contains("## In short", before[1], StringComparison.Ordinal);
        Assert.Contains("### m1, 50.0.1 against m2", before[2], StringComparison.Ordinal);
        Assert.Equal(before[0], after[0]);
        Assert.Contains("**Measured by an earlier method**", after[1], StringComparison.Ordinal);
        Assert.DoesNotContain("## In short", after[1], StringComparison.Ordinal);
        Assert.DoesNotContain("## Answers", after[1], StringComparison.Ordinal);
        Assert.DoesNotContain("against m2", after[2], StringComparison.Ordinal);
        Assert.Contains(
            "**[m2](m2/README.md)**: Testium 9 &lt;X>, TestOS 1; measured by an earlier method",
            after[2],
            StringComparison.Ordinal
        );

        void SaveWith(RunDuel fought) =>
            (
                run with
                {
                    Cases =
                    [
                        .. run.Cases.Select(c => c == measured ? c with { Duels = [fought] } : c),
                    ],
                }
            ).Save(_runs.RunPath("m2", "50.0.1"));

        string[] Pages() =>
            [
                .. Publisher
                    .Render(_folder.Root, Suite.Book)
                    .Where(page => Path.GetFileName(page.Path) == "README.md")
                    .Where(page => !page.Path.Contains("engines", StringComparison.Ordinal))
                    .Select(page => page.Text),
            ];
    }

    [Fact]
    public void Writes_the_same_again()
    {
        Save("m1", "50.0.1");
        var first = Publisher.Publish(_folder.Root, Suite.Book);
        using var culture = new ForeignCulture();

        Assert.Equal(first, Publisher.Publish(_folder.Root, Suite.Book));
    }

    [Fact]
    public void Writes_an_index_for_an_empty_folder()
    {
        var pages = Publisher.Publish(_folder.At("new"), Suite.Book);

        Assert.Equal(
            ["suite.json", "run-file.schema.json", "explore.html", "README.md"],
            pages.Select(page => Path.GetFileName(page.Path))
        );
        Assert.EndsWith("\nNone yet.\n", pages[^1].Text, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.At(Path.Combine("new", "README.md"))));
    }

    [Fact]
    public void Writes_nothing_when_a_run_file_is_broken()
    {
        Save("m1", "50.0.1");
        File.WriteAllText(_runs.RunPath("m1", "9.0.0"), "{");

        Assert.Throws<RunFileException>(() => Publisher.Publish(_folder.Root, Suite.Book));

        Assert.False(File.Exists(_folder.At(Path.Combine("m1", "README.md"))));
    }

    [Fact]
    public void Refuses_the_first_machine_that_is_broken_whatever_others_do()
    {
        for (var i = 0; i < 20; i++)
        {
            Save($"m{i}", "50.0.1");
        }

        File.WriteAllText(_runs.RunPath("m7", "50.0.1"), "{");
        File.WriteAllText(_runs.RunPath("m12", "50.0.1"), "{");

        var error = Assert.Throws<RunFileException>(() =>
            Publisher.Render(_folder.Root, Suite.Book)
        );

        Assert.Equal(_runs.RunPath("m7", "50.0.1"), error.File);
    }

    [Fact]
    public void Removes_what_it_made_once_and_makes_no_more_but_nothing_else()
    {
        Save("m1", "50.0.1");
        const string generated = "by `./run-bench.sh publish`";
        var chart = Write("m1/charts/old.svg", generated);
        var group = Write("m1/classes/Old.md", generated);
        var engine = Write("m1/engines/9.0.0.md", generated);
        var page = Write("gone/README.md", generated);
        string[] own = [Write("m1/charts/mine.svg", "mine"), Write("notes/README.md", "mine")];
        string[] stale = [page, chart, group, engine];

        Assert.Equal(
            stale,
            StalePages.Find(_folder.Root, Publisher.Render(_folder.Root, Suite.Book))
        );
        Publisher.Publish(_folder.Root, Suite.Book);

        Assert.DoesNotContain(stale, File.Exists);
        Assert.All(own, path => Assert.True(File.Exists(path), path));
        Assert.Empty(StalePages.Find(_folder.Root, Publisher.Render(_folder.Root, Suite.Book)));
    }

    private string Write(string name, string text)
    {
        var path = _folder.At(Path.Combine(name.Split('/')));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private void Save(string machine, string version, double _slowdown = 1)
    {
        var run = TestRuns.Slower(TestRuns.Rich(version), _slowdown);
        (run with { Machine = run.Machine with { Id = machine } }).Save(
            _runs.RunPath(machine, version)
        );
    }
}
