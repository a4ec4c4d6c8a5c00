using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class PublisherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RunFolder runs;

    public PublisherTests() => runs = new(folder.Root);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Writes_a_page_a_machine_and_the_index()
    {
        Save("m10", "50.0.1");
        Save("m9", "50.0.1");
        Save("m9", "9.0.0");

        var pages = Publisher.Publish(folder.Root);

        Assert.Equal(
            [
                folder.File(Path.Combine("m9", "README.md")),
                folder.File(Path.Combine("m10", "README.md")),
                folder.File("README.md"),
            ],
            pages.Select(p => p.Path)
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

        var index = Publisher.Render(folder.Root)[^1].Text;

        Assert.Contains("`./run-bench.sh publish`", index, StringComparison.Ordinal);
        Assert.Contains("## How to add a result\n", index, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            ## Machines

            **[m9](m9/README.md)**: Testium 9 &lt;X>, TestOS 1

            - [50.0.1](m9/50.0.1.json), 2026-11-23 10:00 UTC
            - [9.0.0](m9/9.0.0.json), 2026-11-23 10:00 UTC

            **[m10](m10/README.md)**: Testium 9 &lt;X>, TestOS 1

            - [50.0.1](m10/50.0.1.json), 2026-11-23 10:00 UTC

            """.ReplaceLineEndings("\n"),
            index,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Writes_the_same_again()
    {
        Save("m1", "50.0.1");
        var first = Publisher.Publish(folder.Root);
        using var culture = new ForeignCulture();

        Assert.Equal(first, Publisher.Publish(folder.Root));
    }

    [Fact]
    public void Writes_an_index_for_an_empty_folder()
    {
        var pages = Publisher.Publish(folder.File("new"));

        Assert.EndsWith("\nNone yet.\n", Assert.Single(pages).Text, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File(Path.Combine("new", "README.md"))));
    }

    [Fact]
    public void Writes_nothing_when_a_run_file_is_broken()
    {
        Save("m1", "50.0.1");
        File.WriteAllText(runs.RunPath("m1", "9.0.0"), "{");

        Assert.Throws<RunFileException>(() => Publisher.Publish(folder.Root));

        Assert.False(File.Exists(folder.File(Path.Combine("m1", "README.md"))));
    }

    [Fact]
    public void Refuses_the_first_machine_that_is_broken_whatever_others_do()
    {
        for (var i = 0; i < 20; i++)
        {
            Save($"m{i}", "50.0.1");
        }

        File.WriteAllText(runs.RunPath("m7", "50.0.1"), "{");
        File.WriteAllText(runs.RunPath("m12", "50.0.1"), "{");

        var error = Assert.Throws<RunFileException>(() => Publisher.Render(folder.Root));

        Assert.Equal(runs.RunPath("m7", "50.0.1"), error.File);
    }

    [Fact]
    public void Removes_what_it_made_once_and_makes_no_more_but_nothing_else()
    {
        Save("m1", "50.0.1");
        const string generated = "by `./run-bench.sh publish`";
        var chart = Write("m1/charts/old.svg", generated);
        var engine = Write("m1/engines/9.0.0.md", generated);
        var page = Write("gone/README.md", generated);
        string[] own = [Write("m1/charts/mine.svg", "mine"), Write("notes/README.md", "mine")];
        string[] stale = [page, chart, engine];

        Assert.Equal(stale, StalePages.Find(folder.Root, Publisher.Render(folder.Root)));
        Publisher.Publish(folder.Root);

        Assert.DoesNotContain(stale, File.Exists);
        Assert.All(own, path => Assert.True(File.Exists(path), path));
        Assert.Empty(StalePages.Find(folder.Root, Publisher.Render(folder.Root)));
    }

    private string Write(string name, string text)
    {
        var path = folder.File(Path.Combine(name.Split('/')));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private void Save(string machine, string version)
    {
        var run = TestRuns.Rich(version);
        (run with { Machine = run.Machine with { Id = machine } }).Save(
            runs.RunPath(machine, version)
        );
    }
}
