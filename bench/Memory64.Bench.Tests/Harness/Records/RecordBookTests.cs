using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Results;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Records;

public sealed class RecordBookTests : IDisposable
{
    private const string Read = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";
    private const string Write = "BoundaryAccess.Write(Memory=memory64, Window=above, Width=8)";

    private readonly TemporaryFolder _folder = new();

    private string Machine { get; } = TestRuns.Run().Machine.Id;

    private string RunPath => new RunFolder(_folder.Root).RunPath(Machine, "50.0.1");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_a_run_file_an_engine_and_the_pages()
    {
        var (old, recent) = (Plans.Engine("36.0.0"), Plans.Engine());
        var (onOld, onRecent) = (Plans.Planned(Read, old), Plans.Planned(Read, recent));
        var recorder = Recorder(onOld, onRecent);
        recorder.RoundEnded(onOld.Round(1, 0.7));
        recorder.RoundEnded(onRecent.Round(1, 0.5));

        var book = new RecordBook(_folder.Root, Machine, [old, recent]);
        var paths = book.Save(recorder).Concat(book.Publish()).ToList();

        Assert.Equal(
            [
                Path.Combine(_folder.Root, Machine, "36.0.0.json"),
                Path.Combine(_folder.Root, Machine, "50.0.1.json"),
                .. Publisher.Render(_folder.Root, Suite.Book).Select(page => page.Path),
            ],
            paths
        );
        Assert.All(paths, path => Assert.True(File.Exists(path), path));
        Assert.Equal([0.7], RunFile.Load(paths[0]).Cases[0].Rounds[0].Iterations);
        Assert.Equal([0.5], RunFile.Load(paths[1]).Cases[0].Rounds[0].Iterations);
    }

    [Theory]
    [InlineData("diff.json", "[]")]
    [InlineData("empty.json", "")]
    public void Refuses_what_can_not_be_published_before_anything_is_measured(
        string name,
        string text
    )
    {
        Measure((Read, 0.5));
        var stray = Path.Combine(_folder.Root, Machine, name);
        File.WriteAllText(stray, text);

        Assert.StartsWith(stray, Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50.0.1.json")]
    [InlineData("README.md")]
    public void Refuses_a_folder_where_a_file_belongs_before_anything_is_measured(string name)
    {
        Measure("36.0.0", (Read, 0.5));
        var path = Path.Combine(_folder.Root, Machine, name);
        Directory.CreateDirectory(path);

        Assert.Equal($"{path}: is a folder where a file belongs; rename it", Refusal());
    }

    [Fact]
    public void Takes_no_notice_of_what_is_hidden_or_a_folder()
    {
        Measure((Read, 0.5));
        File.WriteAllText(Path.Combine(_folder.Root, Machine, "._50.0.1.json"), "\0");
        Directory.CreateDirectory(Path.Combine(_folder.Root, Machine, "x.json"));
        Directory.CreateDirectory(Path.Combine(_folder.Root, ".git"));
        File.WriteAllText(Path.Combine(_folder.Root, ".git", "x.json"), "\0");

        new RecordBook(_folder.Root, Machine, [Plans.Engine()]).CheckJoinable(
            Recorder(Plans.Planned(Write))
        );

        Assert.Equal([Machine], new RunFolder(_folder.Root).Machines());
        Assert.Equal(["50.0.1"], new RunFolder(_folder.Root).Engines(Machine));
    }

    [Fact]
    public void Replaces_what_was_measured_again_and_keeps_the_rest()
    {
        Measure((Read, 0.5), (Write, 0.6));
        Measure((Read, 0.4));

        Assert.Equal(
            [(Read, 0.4), (Write, 0.6)],
            RunFile
                .Load(RunPath)
                .Cases.Select(measured => (measured.Id, measured.Rounds[0].Iterations[0]))
        );
    }

    [Fact]
    public void Keeps_the_record_of_more_rounds_where_the_budget_left_some_out()
    {
        var (read, write) = (Plans.Planned(Read), Plans.Planned(Write));
        var earlier = Recorder(read, write);
        foreach (var round in Enumerable.Range(1, 8))
        {
            earlier.RoundEnded(read.Round(round, 0.5));
            earlier.RoundEnded(write.Round(round, 0.6));
        }

        _ = new RecordBook(_folder.Root, Machine, [Plans.Engine()]).Save(earlier);
        var run = TestRuns.Run();
        var cut = new RunRecorder(Plans.Of(8, read, write), run.Machine, run.Suite, run.Started)
        {
            LeftOut = planned => planned == read ? "left out from round 2 on" : null,
        };
        cut.RoundEnded(read.Round(1, 0.4));
        cut.RoundEnded(write.Round(1, 0.4));

        _ = new RecordBook(_folder.Root, Machine, [Plans.Engine()]).Save(cut);

        Assert.Equal(
            [(8, 0.5), (1, 0.4)],
            RunFile
                .Load(RunPath)
                .Cases.Select(measured => (measured.Rounds.Count, measured.Rounds[0].Iterations[0]))
        );
    }

    [Fact]
    public void Joins_what_can_be_joined()
    {
        Measure((Read, 0.5));
        new RecordBook(_folder.Root, Machine, [Plans.Engine()]).CheckJoinable(
            Recorder(Plans.Planned(Write))
        );
    }

    [Fact]
    public void Refuses_another_build_of_the_same_version_before_anything_is_measured()
    {
        Measure((Read, 0.5));
        var before = File.ReadAllBytes(RunPath);
        var other = Plans.Engine(sha256: new string('0', 64));

        var refusal = Assert.Throws<RunFileException>(() =>
            new RecordBook(_folder.Root, Machine, [other]).CheckJoinable(
                Recorder(Plans.Planned(Read, other))
            )
        );

        Assert.Contains(RunPath, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("another build of 50.0.1", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(before, File.ReadAllBytes(RunPath));
    }

    [Fact]
    public void Refuses_another_processor_also_where_it_measured_another_engine()
    {
        Measure("36.0.0", (Read, 0.5));
        var machine = TestRuns.Run().Machine;
        var recorder = new RunRecorder(
            Plans.Of(1, Plans.Planned(Read)),
            machine with
            {
                L1dBytes = 48 << 10,
            },
            TestRuns.Run().Suite,
            TestRuns.Run().Started
        );

        var refusal = Assert.Throws<RunFileException>(() =>
            new RecordBook(_folder.Root, Machine, [Plans.Engine()]).CheckJoinable(recorder)
        );

        Assert.Contains("36.0.0.json", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("is of another processor", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(RunPath));
    }

    [Fact]
    public void Refuses_a_file_that_it_can_not_read_before_anything_is_measured()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(RunPath)!);
        File.WriteAllText(RunPath, "{ \"schema\": 2 }");
        var refusal = Assert.Throws<RunFileException>(() =>
            new RecordBook(_folder.Root, Machine, [Plans.Engine()])
        );
        Assert.Contains(RunPath, refusal.Message, StringComparison.Ordinal);
    }

    private string Refusal() =>
        Assert
            .Throws<RunFileException>(() =>
                new RecordBook(_folder.Root, Machine, [Plans.Engine()]).CheckJoinable(
                    Recorder(Plans.Planned(Read))
                )
            )
            .Message;

    private void Measure(params (string Id, double Time)[] cases) => Measure("50.0.1", cases);

    private void Measure(string version, params (string Id, double Time)[] cases)
    {
        var engine = Plans.Engine(version);
        var planned = cases.Select(measured => Plans.Planned(measured.Id, engine)).ToArray();
        var recorder = Recorder(planned);
        foreach (var (index, measured) in cases.Index())
        {
            recorder.RoundEnded(planned[index].Round(1, measured.Time));
        }

        _ = new RecordBook(_folder.Root, Machine, [engine]).Save(recorder);
    }

    private static RunRecorder Recorder(params PlannedCase[] cases)
    {
        var run = TestRuns.Run();
        return new(Plans.Of(1, cases), run.Machine, run.Suite, run.Started);
    }
}
