using Memory64.Bench.Harness.Measuring;
using Memory64.Bench.Harness.Recording;
using Memory64.Bench.Tests.Harness.Measuring;
using Memory64.Bench.Tests.Results;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Recording;

public sealed class RecordBookTests : IDisposable
{
    private const string Read = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";
    private const string Write = "BoundaryAccess.Write(Memory=memory64, Window=above, Width=8)";

    private readonly TemporaryFolder folder = new();

    private string Machine { get; } = TestRuns.Run().Machine.Id;

    private string RunPath => new RunFolder(folder.Root).RunPath(Machine, "50.0.1");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Writes_a_run_file_an_engine_and_the_pages()
    {
        var (old, recent) = (Plans.Engine("36.0.0"), Plans.Engine());
        var (onOld, onRecent) = (Plans.Planned(Read, old), Plans.Planned(Read, recent));
        var recorder = Recorder(onOld, onRecent);
        recorder.RoundEnded(onOld.Round(1, 0.7));
        recorder.RoundEnded(onRecent.Round(1, 0.5));

        var paths = new RecordBook(folder.Root, Machine, [old, recent]).Save(recorder);

        Assert.Equal(
            [
                Path.Combine(folder.Root, Machine, "36.0.0.json"),
                Path.Combine(folder.Root, Machine, "50.0.1.json"),
                .. Publisher.Render(folder.Root).Select(page => page.Path),
            ],
            paths
        );
        Assert.All(paths, path => Assert.True(File.Exists(path), path));
        Assert.Equal([0.7], RunFile.Load(paths[0]).Cases[0].Rounds[0].Iterations);
        Assert.Equal([0.5], RunFile.Load(paths[1]).Cases[0].Rounds[0].Iterations);
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
    public void Joins_what_can_be_joined()
    {
        Measure((Read, 0.5));
        new RecordBook(folder.Root, Machine, [Plans.Engine()]).CheckJoinable(
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
            new RecordBook(folder.Root, Machine, [other]).CheckJoinable(
                Recorder(Plans.Planned(Read, other))
            )
        );

        Assert.Contains(RunPath, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("another build of 50.0.1", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(before, File.ReadAllBytes(RunPath));
    }

    [Fact]
    public void Refuses_a_file_that_it_can_not_read_before_anything_is_measured()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(RunPath)!);
        File.WriteAllText(RunPath, "{ \"schema\": 2 }");
        var refusal = Assert.Throws<RunFileException>(() =>
            new RecordBook(folder.Root, Machine, [Plans.Engine()])
        );
        Assert.Contains(RunPath, refusal.Message, StringComparison.Ordinal);
    }

    private void Measure(params (string Id, double Time)[] cases)
    {
        var planned = cases.Select(measured => Plans.Planned(measured.Id)).ToArray();
        var recorder = Recorder(planned);
        foreach (var (index, measured) in cases.Index())
        {
            recorder.RoundEnded(planned[index].Round(1, measured.Time));
        }

        _ = new RecordBook(folder.Root, Machine, [Plans.Engine()]).Save(recorder);
    }

    private static RunRecorder Recorder(params PlannedCase[] cases)
    {
        var run = TestRuns.Run();
        return new(Plans.Of(1, cases), run.Machine, run.Suite, run.Started);
    }
}
