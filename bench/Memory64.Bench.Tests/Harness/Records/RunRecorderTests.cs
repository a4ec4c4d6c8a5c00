using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Bench.Tests.Results;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Records;

public sealed class RunRecorderTests
{
    private const string Read = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";
    private const string Pooling =
        "MemoryInstantiation.Instantiate(Memory=memory64, Size=8GiB, Allocator=Pooling)";
    private const string SystemCalls = "MemoryInstantiation.SystemCalls(Memory=native, Size=8GiB)";

    [Fact]
    public void Keeps_every_iteration_of_every_round_in_their_order()
    {
        var planned = Plans.Planned(Read);
        var recorder = Recorder(Plans.Of(2, planned));
        recorder.RoundEnded(planned.Round(1, 0.5, 0.49, 77_000));
        recorder.RoundEnded(planned.Round(2, 0.51, 0.5, 0.48));

        var recorded = Single(recorder);
        Assert.Equal((CaseStatus.Measured, null), (recorded.Status, recorded.Reason));
        Assert.Equal(
            [
                [0.5, 0.49, 77_000],
                [0.51, 0.5, 0.48],
            ],
            recorded.Rounds.Select(round => round.Iterations)
        );
        Assert.Equal(
            [50_000_001, 50_000_002],
            recorded.Rounds.Select(round => round.ResidentBytes)
        );
        Assert.Equal([101, 102], recorded.Rounds.Select(round => round.MinorFaults));
        Assert.Equal([1, 2], recorded.Rounds.Select(round => round.MajorFaults));
        Assert.Empty(recorder.Failures);
    }

    [Fact]
    public void Says_what_was_measured()
    {
        var planned = Plans.Planned(Read);
        var recorder = Recorder(Plans.Of(1, planned));
        recorder.RoundEnded(planned.Round(1, 0.5));

        var recorded = Single(recorder);
        Assert.Equal(
            (Read, "BoundaryAccess", "Read"),
            (recorded.Id, recorded.Benchmark, recorded.Method)
        );
        Assert.Equal(
            [("Memory", "memory64"), ("Window", "above"), ("Width", "8")],
            recorded.Parameters.Select(pair => (pair.Key, pair.Value))
        );
        Assert.Equal(
            [
                ("memory32", "BoundaryAccess.Read(Memory=memory32, Window=below, Width=8)"),
                ("native", "BoundaryAccess.Read(Memory=native, Window=below, Width=8)"),
            ],
            recorded.Controls.Select(pair => (pair.Key, pair.Value))
        );
        Assert.Equal(
            (TimeUnit.Nanosecond, 65_536, 8),
            (recorded.Unit, recorded.Operations, recorded.Bytes)
        );
        Assert.Equal(planned.Case.Description.Guest!.Name, recorded.Guest?.Name);
        Assert.Equal(planned.Case.Description.Guest.Sha256, recorded.Guest?.Sha256);
        Assert.Empty(recorded.Settings);
    }

    [Fact]
    public void Says_what_was_set_and_that_no_guest_ran()
    {
        var recorder = Recorder(Plans.Of(1, Plans.Planned(Pooling), Plans.Planned(SystemCalls)));
        var cases = recorder.Record(Plans.Engine()).Cases;
        Assert.Equal("pooling", cases[0].Settings["allocator"]);
        Assert.Null(cases[1].Guest);
    }

    [Fact]
    public void Fails_a_case_of_which_a_round_failed_and_keeps_the_others()
    {
        var planned = Plans.Planned(Read);
        var recorder = Recorder(Plans.Of(3, planned));
        recorder.RoundEnded(planned.Round(1, 0.5));
        recorder.RoundEnded(planned.Failure(2, "AssertionException: alias at 4 GiB", 0.1));
        recorder.RoundEnded(planned.Failure(3, "another"));

        var recorded = Single(recorder);
        const string reason = "round 2: AssertionException: alias at 4 GiB";
        Assert.Equal((CaseStatus.Failed, reason), (recorded.Status, recorded.Reason));
        Assert.Equal([0.5], Assert.Single(recorded.Rounds).Iterations);
        Assert.Equal([(planned, reason)], recorder.Failures);
    }

    [Fact]
    public void Fails_a_case_of_which_no_round_ended()
    {
        var planned = Plans.Planned(Read);
        var recorder = Recorder(Plans.Of(1, planned));
        const string reason = "no round ended; the log says why";
        Assert.Equal(
            (CaseStatus.Failed, reason),
            (Single(recorder).Status, Single(recorder).Reason)
        );
        Assert.Equal([(planned, reason)], recorder.Failures);
    }

    [Fact]
    public void Fails_a_case_whose_rounds_measured_nothing()
    {
        var planned = Plans.Planned(Read);
        var recorder = Recorder(Plans.Of(1, planned));
        recorder.RoundEnded(planned.Round(1));
        Assert.Equal(CaseStatus.Failed, Single(recorder).Status);
        Assert.Single(recorder.Failures);
    }

    [Fact]
    public void Records_a_skip_with_its_reason_which_is_no_failure()
    {
        var recorder = Recorder(
            Plans.Of(1, Plans.Planned(Read, skipReason: "needs 12.4 GiB, 9.1 GiB available"))
        );
        var recorded = Single(recorder);
        Assert.Equal(
            (CaseStatus.Skipped, "needs 12.4 GiB, 9.1 GiB available"),
            (recorded.Status, recorded.Reason)
        );
        Assert.Empty(recorded.Rounds);
        Assert.Empty(recorder.Failures);
    }

    [Fact]
    public void Keeps_engines_apart()
    {
        var (old, recent) = (Plans.Engine("36.0.0"), Plans.Engine());
        var (onOld, onRecent) = (Plans.Planned(Read, old), Plans.Planned(Read, recent));
        var recorder = Recorder(Plans.Of(1, onOld, onRecent));
        recorder.RoundEnded(onOld.Round(1, 0.7));
        recorder.RoundEnded(onRecent.Round(1, 0.5));

        foreach (var (engine, time) in ((PlannedEngine, double)[])[(old, 0.7), (recent, 0.5)])
        {
            var run = recorder.Record(engine);
            Assert.Equal(
                (engine.Build.Version, "nuget", engine.Build.Sha256),
                (run.Engine.Version, run.Engine.Origin, run.Engine.Sha256)
            );
            Assert.Equal([time], Assert.Single(Assert.Single(run.Cases).Rounds).Iterations);
        }
    }

    [Fact]
    public void Says_who_measured_where_and_when()
    {
        var run = Recorder(Plans.Of(1, Plans.Planned(Read))).Record(Plans.Engine());
        var expected = TestRuns.Run();
        Assert.Equal(
            (expected.Machine, expected.Suite, expected.Started, "standard"),
            (run.Machine, run.Suite, run.Started, run.Profile)
        );
    }

    [Fact]
    public void Records_the_code_of_what_was_measured_and_of_nothing_else()
    {
        var (measured, failed) = (Plans.Planned(Read), Plans.Planned(SystemCalls));
        var skipped = Plans.Planned(Pooling, skipReason: "no pool");
        var run = TestRuns.Run();
        var recorder = new RunRecorder(
            Plans.Of(1, measured, failed, skipped),
            run.Machine,
            run.Suite,
            run.Started
        )
        {
            CodeOf = planned => TestCodes.Read("a1") with { Function = planned.Case.Id },
        };
        recorder.RoundEnded(measured.Round(1, 0.5));
        recorder.RoundEnded(failed.Failure(1, "no"));

        Assert.Equal(
            [(Read, Read), (SystemCalls, null), (Pooling, null)],
            recorder.Record(Plans.Engine()).Cases.Select(c => (c.Id, c.Code?.Function))
        );
    }

    private static RunCase Single(RunRecorder recorder) =>
        Assert.Single(recorder.Record(Plans.Engine()).Cases);

    private static RunRecorder Recorder(MeasurementPlan plan)
    {
        var run = TestRuns.Run();
        return new(plan, run.Machine, run.Suite, run.Started);
    }
}
