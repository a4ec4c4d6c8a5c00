using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Machines.Noise;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Measured;

/// <summary>Notes what the round of a case costs besides its time, and what else it finds out.</summary>
public sealed class RoundMeter
{
    private readonly Dictionary<string, double> _metrics = new(StringComparer.Ordinal);
    private PageFaults _before;
    private PageFaults _spent;
    private long _peak;
    private double _speed;
    private MachineTime _machineBefore;

    /// <summary>Forgets what the process was resident with before, as far as the system can.</summary>
    public RoundMeter() => ResetPeaks();

    /// <summary>From here on page faults count: the case is set up.</summary>
    public void Start()
    {
        _machineBefore = MachineTime.Now();
        _speed = SpeedProbe.LoopNanoseconds();
        _before = Faults();
    }

    /// <summary>Up to here: the case is measured, and not yet checked.</summary>
    public void Stop()
    {
        _spent = Faults() - _before;
        _peak = Math.Max(_peak, Peak());
    }

    /// <summary>Notes what else the round has found out.</summary>
    /// <param name="metric">Its name in the run file.</param>
    /// <param name="value">Any finite number.</param>
    public void Note(string metric, double value) => _metrics[metric] = value;

    /// <summary>
    /// Runs a preparation whose page faults don't count, nor what it keeps resident and gives back, where the system can forget that.
    /// </summary>
    public void Uncounted(Action preparation)
    {
        var faults = Faults();
        _peak = Math.Max(_peak, Peak());
        preparation();
        ResetPeaks();
        _before += Faults() - faults;
    }

    // What an engine has in a process of its own belongs to the row.
    private static PageFaults Faults() =>
        LoadedEngines
            .Processes.Select(ProcessMemory.PageFaultsOf)
            .Aggregate(ProcessMemory.PageFaults(), (sum, each) => sum + each);

    private static void ResetPeaks()
    {
        _ = ProcessMemory.TryResetPeak();
        foreach (var process in LoadedEngines.Processes)
        {
            _ = ProcessMemory.TryResetPeak(process);
        }
    }

    private static long Peak() =>
        ProcessMemory.PeakResidentBytes()
        + LoadedEngines.Processes.Sum(ProcessMemory.PeakResidentBytesOf);

    /// <summary>What the round has cost; the machine's speed is asked once more.</summary>
    public RoundOutcome Outcome()
    {
        // The loop is timed before the measurement and after it: a machine that is busy for a while is caught at one of the two.
        Note(RoundMetric.SpeedLoopNs, (_speed + SpeedProbe.LoopNanoseconds()) / 2);
        var spent = MachineTime.Now() - _machineBefore;
        if (spent.Stolen is { } stolen)
        {
            Note(RoundMetric.StolenMs, stolen.TotalMilliseconds);
        }

        if (spent.InvoluntarySwitches is { } switches)
        {
            Note(RoundMetric.InvoluntarySwitches, switches);
        }

        return new()
        {
            ResidentBytes = _peak,
            MinorFaults = _spent.Minor,
            MajorFaults = _spent.Major,
            Metrics = _metrics,
        };
    }
}
