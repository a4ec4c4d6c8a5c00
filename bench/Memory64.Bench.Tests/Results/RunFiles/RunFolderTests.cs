using CsCheck;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunFolder _runs;

    public RunFolderTests() => _runs = new(_folder.Root);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lists_engines_oldest_version_first()
    {
        foreach (var version in new[] { "50.0.1", "24.0.0", "27.0.2", "9.0.0" })
        {
            TestRuns.Run(version).Save(_runs.RunPath("test-machine", version));
        }

        File.WriteAllText(_folder.At(Path.Combine("test-machine", "README.md")), "");

        Assert.Equal(["9.0.0", "24.0.0", "27.0.2", "50.0.1"], _runs.Engines("test-machine"));
        Assert.Equal(
            ["9.0.0", "24.0.0", "27.0.2", "50.0.1"],
            _runs.LoadAll().Select(r => r.Run.Engine.Version)
        );
    }

    [Fact]
    public void Refuses_run_files_of_two_processors_in_one_folder()
    {
        var older = TestRuns.Run("36.0.0");
        older.Save(_runs.RunPath("test-machine", "36.0.0"));
        var newer = TestRuns.Run("50.0.1");
        newer = newer with { Machine = newer.Machine with { LastLevelCacheBytes = 508 << 20 } };

        Assert.Equal(
            $"{_runs.RunPath("test-machine", "36.0.0")}: is of another processor than the new run (last-level cache of 32.0 MiB, not 508 MiB); keep one of the two in another --results folder",
            Assert.Throws<RunFileException>(() => _runs.RequireSameProcessor(newer.Machine)).Message
        );
        newer.Save(_runs.RunPath("test-machine", "50.0.1"));
        Assert.Contains(
            $"is of another processor than {_runs.RunPath("test-machine", "50.0.1")}",
            Assert.Throws<RunFileException>(() => _runs.LoadAll()).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(32, "test-machine")]
    [InlineData(508, "test-machine-llc508m")]
    public void Names_a_machine_by_its_cache_too_where_another_one_has_its_name(
        int cacheMiB,
        string name
    )
    {
        var machine = TestRuns.Run().Machine with { LastLevelCacheBytes = (long)cacheMiB << 20 };
        Assert.Equal("test-machine", _runs.Named(machine).Id);
        TestRuns.Run("36.0.0").Save(_runs.RunPath("test-machine", "36.0.0"));

        var named = _runs.Named(machine);
        Assert.Equal(name, named.Id);
        // From then on it is at home there.
        var run = TestRuns.Run("50.0.1");
        (run with { Machine = named }).Save(_runs.RunPath(named.Id, "50.0.1"));
        Assert.Equal(name, _runs.Named(machine).Id);
        _runs.RequireSameProcessor(named);
    }

    [Fact]
    public void Takes_a_run_of_the_same_processor_and_the_first_of_a_machine()
    {
        var run = TestRuns.Run("36.0.0");
        _runs.RequireSameProcessor(run.Machine);
        run.Save(_runs.RunPath("test-machine", "36.0.0"));
        _runs.RequireSameProcessor(run.Machine);
    }

    [Fact]
    public void Lists_machines_that_have_run_files()
    {
        Directory.CreateDirectory(_folder.At("empty"));
        foreach (var machine in new[] { "m10", "m9" })
        {
            Directory.CreateDirectory(_folder.At(machine));
            File.WriteAllText(_runs.RunPath(machine, "1"), "");
        }

        Assert.Equal(["m9", "m10"], _runs.Machines());
    }

    [Fact]
    public void Has_nothing_where_there_is_no_folder()
    {
        var none = new RunFolder(_folder.At("none"));

        Assert.Empty(none.Machines());
        Assert.Empty(none.Engines("m"));
        Assert.Empty(none.LoadAll());
    }

    [Fact]
    public void Refuses_a_run_that_lies_in_another_machines_folder()
    {
        TestRuns.Run().Save(_runs.RunPath("other", "50.0.1"));

        var e = Assert.Throws<RunFileException>(_runs.LoadAll);

        Assert.EndsWith(
            ": is of machine test-machine; move it to the folder test-machine",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Joins_the_path_of_a_run() =>
        Assert.Equal(
            Path.Combine(_folder.Root, "amd-epyc-2c-24g", "50.0.1.json"),
            _runs.RunPath("amd-epyc-2c-24g", "50.0.1")
        );

    [Theory]
    [InlineData("50.0.1+dev_x", "50.0.1+dev_x")]
    [InlineData("a/b\\c:d", "a-b-c-d")]
    [InlineData("..", "__")]
    [InlineData(".hidden", "_hidden")]
    [InlineData("dot.", "dot_")]
    [InlineData("NUL", "_NUL")]
    [InlineData("com1.x", "_com1.x")]
    [InlineData("Größe", "Gr--e")]
    public void Makes_names_safe(string id, string name) =>
        Assert.Equal(name, RunFolder.SafeName(id));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Refuses_an_empty_name(string id) =>
        Assert.Throws<ArgumentException>(() => RunFolder.SafeName(id));

    [Fact]
    public void Never_leaves_the_folder() =>
        Gen
            .String.Where(id => !string.IsNullOrWhiteSpace(id))
            .Sample(id =>
            {
                var path = Path.GetFullPath(_runs.RunPath(id, id));
                Assert.Equal(_folder.Root, Path.GetDirectoryName(Path.GetDirectoryName(path)));
                Assert.Equal(RunFolder.SafeName(id), RunFolder.SafeName(RunFolder.SafeName(id)));
            });
}
