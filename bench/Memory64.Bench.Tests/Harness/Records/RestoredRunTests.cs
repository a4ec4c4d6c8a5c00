using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Records;

public sealed class RestoredRunTests : IDisposable
{
    private readonly JournalFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Is_the_same_plan_with_what_has_ended()
    {
        var restored = _fixture.Restore(
            _fixture.Stop(
                _fixture.Header,
                _fixture.First.Round(1, 0.5),
                _fixture.First.Failure(2, "AssertionException: alias")
            )
        );

        Assert.Equal(
            _fixture.Plan.Cases.Select(c => (c.Engine, c.Case.Id, c.SkipReason)),
            restored.Plan.Cases.Select(c => (c.Engine, c.Case.Id, c.SkipReason))
        );
        Assert.Equal(
            _fixture.Plan.Cases.SelectMany(c => c.Duels).Select(JournalDuel.Of),
            restored.Plan.Cases.SelectMany(c => c.Duels).Select(JournalDuel.Of)
        );
        Assert.NotEmpty(restored.Plan.Cases[0].Duels);
        Assert.Equal(
            (_fixture.Plan.Profile, _fixture.Plan.Rounds),
            (restored.Plan.Profile, restored.Plan.Rounds)
        );
        Assert.Equal([1, 2], restored.Ended.Select(result => result.Round));
        Assert.All(restored.Ended, result => Assert.Same(restored.Plan.Cases[0], result.Planned));
        Assert.Equal("AssertionException: alias", restored.Ended[1].Outcome.Failure);
        Assert.Equal(TimeSpan.FromSeconds(1), restored.Ended[0].Duration);
    }

    [Fact]
    public void Refuses_another_machine() =>
        AssertRefused(
            _fixture.Header with
            {
                Machine = _fixture.Machine with { Kernel = "6.2.0" },
            },
            "the machine's Kernel was 6.2.0, now 6.1.0"
        );

    [Fact]
    public void Takes_memory_that_differs_from_one_start_of_the_machine_to_the_next() =>
        _fixture.Restore(
            _fixture.Stop(
                _fixture.Header with
                {
                    Machine = _fixture.Machine with
                    {
                        MemoryBytes = _fixture.Machine.MemoryBytes - 4096,
                    },
                }
            )
        );

    [Fact]
    public void Refuses_another_build_of_the_program() =>
        AssertRefused(
            _fixture.Header with
            {
                Suite = _fixture.Suite with { Commit = "def5678" },
            },
            "the program's Commit was def5678, now abc1234"
        );

    [Fact]
    public void Refuses_another_build_of_an_engine()
    {
        var header = _fixture.Header;
        File.WriteAllBytes(_fixture.Engine.Build.LibraryPath, [1, 2, 4]);
        AssertRefused(header, "engine 50.0.1 is another build");
    }

    [Fact]
    public void Refuses_an_engine_that_is_gone()
    {
        var header = _fixture.Header;
        File.Delete(_fixture.Engine.Build.LibraryPath);
        AssertRefused(header, "engine 50.0.1 is gone from");
    }

    [Fact]
    public void Refuses_another_guest() =>
        AssertRefused(
            WithCase(planned => planned with { GuestSha256 = new('0', 64) }),
            "its guest is another build"
        );

    [Fact]
    public void Refuses_other_settings() =>
        AssertRefused(
            WithCase(planned =>
                planned with
                {
                    Settings = new(StringComparer.Ordinal) { ["memoryReservation"] = "16GiB" },
                }
            ),
            "its settings were memoryReservation=16GiB, now the engine's defaults"
        );

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void Refuses_other_work(long operations, long bytes) =>
        AssertRefused(
            WithCase(planned =>
                planned with
                {
                    Operations = planned.Operations + operations,
                    Bytes = planned.Bytes + bytes,
                }
            ),
            "its unit, operations or bytes are others"
        );

    [Fact]
    public void Refuses_a_case_that_there_is_no_more() =>
        AssertRefused(
            WithCase(planned => planned with { Id = "BoundaryAccess.Gone()" }),
            "BoundaryAccess.Gone(): there is no such case any more"
        );

    [Fact]
    public void Refuses_a_round_that_was_not_planned() =>
        AssertRefused(
            _fixture.Header,
            "isn't in its plan",
            Plans
                .Planned("BoundaryAccess.Write(Memory=memory64, Window=above, Width=8)")
                .Round(1, 1)
        );

    [Fact]
    public void Refuses_another_format() =>
        AssertRefused(
            _fixture.Header with
            {
                Format = JournalHeader.CurrentFormat + 1,
            },
            "its format is another"
        );

    [Fact]
    public void Needs_the_memory_that_its_rounds_still_need()
    {
        const ulong available = 4UL << 30;
        var fill = _fixture.Plan.Cases[1];
        var begun = _fixture.Stop(_fixture.Header, fill.Round(1, 1));
        Assert.Contains(
            $"{JournalFixture.Fill} needs 6.5 GiB, 4.0 GiB available",
            Assert.Throws<MeasurementException>(() => _fixture.Restore(begun, available)).Message,
            StringComparison.Ordinal
        );
        _ = _fixture.Restore(
            _fixture.Stop(_fixture.Header, fill.Round(1, 1), fill.Round(2, 1)),
            available
        );
    }

    private JournalHeader WithCase(Func<JournalCase, JournalCase> change)
    {
        var header = _fixture.Header;
        return header with { Cases = [change(header.Cases[0]), .. header.Cases.Skip(1)] };
    }

    private void AssertRefused(JournalHeader header, string reason, params RoundResult[] rounds)
    {
        var unfinished = _fixture.Stop(header, rounds);
        var message = Assert
            .Throws<MeasurementException>(() => _fixture.Restore(unfinished))
            .Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.StartsWith(
            $"the run in {_fixture.Path} can't go on: ",
            message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            $"drop the run by {Repository.Launcher} --restart",
            message,
            StringComparison.Ordinal
        );
    }
}
