using Memory64.Bench.Tests.Results;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Commands;

public sealed class PublishTests : IDisposable
{
    private readonly ProgramProcess _program = new();
    private readonly string _machinePage;
    private readonly string _indexPage;
    private readonly string[] _charts;

    public PublishTests()
    {
        var run = TestRuns.Rich();
        run.Save(new RunFolder(_program.Results).RunPath(run.Machine.Id, run.Engine.Version));
        _machinePage = Path.Combine(_program.Results, run.Machine.Id, "README.md");
        _indexPage = Path.Combine(_program.Results, "README.md");
        string[] names = ["instantiation-by-size", "access-by-window"];
        _charts =
        [
            .. names.Select(name =>
                Path.Combine(_program.Results, run.Machine.Id, "charts", $"{name}.svg")
            ),
        ];
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Writes_the_pages_and_finds_them_unchanged()
    {
        var published = Run();
        published.AssertSuccess();
        Assert.Equal(
            [
                _machinePage,
                .. published.Lines.Where(path =>
                    Path.GetFileName(Path.GetDirectoryName(path)) == "classes"
                ),
                .. _charts,
                Path.Combine(_program.Results, "suite.json"),
                Path.Combine(_program.Results, "run-file.schema.json"),
                Path.Combine(_program.Results, "explore.html"),
                _indexPage,
            ],
            published.Lines
        );
        Assert.All(published.Lines, path => Assert.True(File.Exists(path), path));

        var check = Run("--check");
        check.AssertSuccess();
        Assert.Empty(check.Output);
    }

    [Fact]
    public void Check_names_a_page_that_was_changed_and_leaves_it_as_it_is()
    {
        Run().AssertSuccess();
        File.AppendAllText(_machinePage, "tidied by hand\n");
        var changed = File.ReadAllText(_machinePage);

        var check = Run("--check");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains(_machinePage, Assert.Single(check.Lines), StringComparison.Ordinal);
        Assert.Equal(changed, File.ReadAllText(_machinePage));
    }

    [Fact]
    public void Check_names_a_chart_that_was_changed()
    {
        Run().AssertSuccess();
        File.AppendAllText(_charts[1], "<!-- tidied -->\n");

        var check = Run("--check");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains(_charts[1], Assert.Single(check.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_names_pages_that_are_missing_and_writes_none()
    {
        var check = Run("--check");
        Assert.Equal(1, check.ExitCode);
        Assert.False(File.Exists(_machinePage) || File.Exists(_indexPage));
        Assert.Equal(Run().Lines.Length, check.Lines.Length);
    }

    [Fact]
    public void Check_names_a_chart_that_is_made_no_more()
    {
        Run().AssertSuccess();
        var old = Path.Combine(Path.GetDirectoryName(_charts[0])!, "old.svg");
        File.WriteAllText(old, "<!-- ./run-bench.sh publish -->");

        var check = Run("--check");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains(old, Assert.Single(check.Lines), StringComparison.Ordinal);
        Assert.True(File.Exists(old));
    }

    private ProgramResult Run(params string[] options) =>
        _program.Run(["publish", "--results", _program.Results, .. options]);
}
