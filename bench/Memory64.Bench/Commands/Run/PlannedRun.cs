using Memory64.Bench.Harness.Loops;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Commands.Run;

/// <summary>A run with what knows of it while it is measured.</summary>
internal sealed class PlannedRun
{
    /// <summary>Takes a plan; nothing of it is measured yet.</summary>
    /// <param name="plan">The plan of the whole run.</param>
    /// <param name="machine">The machine that the run is of.</param>
    /// <param name="suite">The build of this program, likewise.</param>
    /// <param name="started">When the run began.</param>
    public PlannedRun(
        MeasurementPlan plan,
        RunMachine machine,
        RunSuite suite,
        DateTimeOffset started
    )
    {
        Plan = plan;
        Schedule = new RoundSchedule(plan);
        Recorder = new(plan, machine, suite, started)
        {
            // Fewer cores than the machine's other rows had is what a reader must know of a row.
            Remark = ProcessLimits.Cores(machine) is { } cores ? $"measured on {cores}" : null,
            LeftOut = Schedule.LeftOut,
            CodeOf = new CodeRecorder().Of,
        };
    }

    /// <summary>The plan of the whole run.</summary>
    public MeasurementPlan Plan { get; }

    /// <summary>Which of its rounds are worth their time.</summary>
    public RoundSchedule Schedule { get; }

    /// <summary>Knows the rounds that have ended.</summary>
    public RunRecorder Recorder { get; }

    /// <summary>Rounds of earlier sittings.</summary>
    public IReadOnlyList<RoundResult> Ended { get; private set; } = [];

    /// <summary>Tells it the rounds of earlier sittings.</summary>
    public void GoOnFrom(IReadOnlyList<RoundResult> ended)
    {
        Ended = ended;
        foreach (var result in ended)
        {
            Recorder.RoundEnded(result);
            Schedule.RoundEnded(result);
        }
    }
}
