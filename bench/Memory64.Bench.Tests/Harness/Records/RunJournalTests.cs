using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Tests.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Records;

public sealed class RunJournalTests : IDisposable
{
    private readonly JournalFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Has_a_round_on_the_disk_as_soon_as_it_has_ended()
    {
        using var journal = RunJournal.Begin(_fixture.Path, _fixture.Header);
        Assert.Empty(UnfinishedRun.Read(_fixture.Path)!.Rounds);
        journal.RoundEnded(_fixture.First.Round(1, 0.5, 0.49, 77_000));

        var round = Assert.Single(UnfinishedRun.Read(_fixture.Path)!.Rounds);
        Assert.Equal(("50.0.1", JournalFixture.Read, 1), (round.Engine, round.Id, round.Round));
        Assert.Equal([0.5, 0.49, 77_000], round.Iterations);
        Assert.Equal(_fixture.First.Round(1).Outcome, round.Outcome);
        Assert.Equal(1, round.Seconds);
    }

    [Fact]
    public void Goes_on_behind_the_last_whole_line()
    {
        var unfinished = _fixture.Stop(_fixture.Header, _fixture.First.Round(1, 0.5));
        File.AppendAllText(_fixture.Path, """{"Engine":"50.0.1","Id":"Bound""");
        Assert.Equal(unfinished.WholeBytes, UnfinishedRun.Read(_fixture.Path)!.WholeBytes);

        using (var journal = RunJournal.GoOn(UnfinishedRun.Read(_fixture.Path)!))
        {
            journal.RoundEnded(_fixture.First.Round(2, 0.6));
        }

        Assert.Equal(
            [0.5, 0.6],
            UnfinishedRun.Read(_fixture.Path)!.Rounds.Select(round => round.Iterations[0])
        );
    }

    [Fact]
    public void Writes_nothing_of_what_ends_while_the_program_is_stopped()
    {
        using var journal = RunJournal.Begin(_fixture.Path, _fixture.Header);
        journal.Dispose();
        journal.RoundEnded(_fixture.First.Failure(1, "exit code 137"));
        Assert.Empty(UnfinishedRun.Read(_fixture.Path)!.Rounds);
    }

    [Fact]
    public void Is_gone_when_the_run_is_recorded()
    {
        using var journal = RunJournal.Begin(_fixture.Path, _fixture.Header);
        journal.Finish();
        Assert.False(File.Exists(_fixture.Path));
        Assert.Null(UnfinishedRun.Read(_fixture.Path));
    }

    [Fact]
    public void Stops_a_run_whose_rounds_it_cannot_keep()
    {
        using var journal = new RunJournal(new FullDisk(), "results/.journal");
        var refusal = Assert.Throws<MeasurementException>(() =>
            journal.RoundEnded(_fixture.First.Round(1, 0.5))
        );
        Assert.Equal(
            $"results/.journal: can't be written (No space left on device); mend that, then {Repository.Launcher} --resume goes on",
            refusal.Message
        );
    }

    [Fact]
    public void Names_a_folder_that_is_gone() =>
        Assert.Contains(
            "nowhere",
            Assert
                .Throws<MeasurementException>(() =>
                    RunJournal.Begin(
                        Path.Combine(_fixture.Folder, "nowhere", ".journal"),
                        _fixture.Header
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw Full();

        public override void Write(ReadOnlySpan<byte> buffer) => throw Full();

        private static IOException Full() => new("No space left on device");
    }
}
