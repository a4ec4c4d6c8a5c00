using System.Text.Json;
using Memory64.Bench.Harness.Machines;
using Memory64.Results.RunFiles;

namespace Memory64.Bench.Harness.Measured;

/// <summary>
/// The measured process's side of <see cref="RoundOutcome"/>: one line on standard output, which the host finds among
/// BenchmarkDotNet's own. A round without it died before its end.
/// </summary>
public sealed class RoundReport
{
    private readonly Dictionary<string, double> _metrics = new(StringComparer.Ordinal);
    private bool _isSilent;
    private PageFaults _before;
    private long _peak;
    private double _speed;
    private MachineTime _machineBefore;

    /// <summary>The report of a side of a duel: nothing, unless it fails.</summary>
    public static RoundReport Silent() => new() { _isSilent = true };

    /// <summary>Runs the setup and notes where page faults start to count.</summary>
    public void Begin(Action setup)
    {
        Guard(setup);
        if (!_isSilent)
        {
            _machineBefore = MachineTime.Now();
            _speed = SpeedProbe.LoopNanoseconds();
        }

        _before = ProcessMemory.PageFaults();
    }

    /// <summary>Notes what else the round has found out; it is reported at the end.</summary>
    public void Note(string metric, double value) => _metrics[metric] = value;

    /// <summary>Likewise what takes a while to find out: a side of a duel, which reports nothing, isn't asked.</summary>
    public void Note(Func<IEnumerable<(string Metric, double Value)>> findings)
    {
        if (_isSilent)
        {
            return;
        }

        foreach (var (metric, value) in findings())
        {
            Note(metric, value);
        }
    }

    /// <summary>Runs a check; where it throws, the round has failed and the exception goes on.</summary>
    public static void Guard(Action check) => Guard(check, new RoundOutcome());

    /// <summary>
    /// Runs a preparation whose page faults don't count, nor what it keeps resident and gives back, where the system can forget that.
    /// </summary>
    public void Uncounted(Action preparation)
    {
        var faults = ProcessMemory.PageFaults();
        _peak = Math.Max(_peak, ProcessMemory.PeakResidentBytes());
        preparation();
        _ = ProcessMemory.TryResetPeak();
        _before += ProcessMemory.PageFaults() - faults;
    }

    /// <summary>Reads resident size and page faults, runs the checks and the cleanup, then the duels, and reports.</summary>
    /// <param name="checkAndCleanUp">Comes first: a duel needs the memory.</param>
    /// <param name="fight">The duels of the process; null where it has none.</param>
    public void End(Action checkAndCleanUp, Func<IReadOnlyList<DuelOutcome>?>? fight = null)
    {
        if (_isSilent)
        {
            checkAndCleanUp();
            return;
        }

        var faults = ProcessMemory.PageFaults() - _before;
        var outcome = new RoundOutcome
        {
            ResidentBytes = Math.Max(_peak, ProcessMemory.PeakResidentBytes()),
            MinorFaults = faults.Minor,
            MajorFaults = faults.Major,
        };
        Guard(checkAndCleanUp, outcome);
        IReadOnlyList<DuelOutcome>? duels = null;
        Guard(() => duels = fight?.Invoke(), outcome);
        NoteMachine();
        Write(outcome with { Metrics = _metrics, Duels = duels });
    }

    private static void Guard(Action action, RoundOutcome outcome)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            Write(outcome with { Failure = Describe(exception) });
            throw;
        }
    }

    // The loop is timed before the measurement and after it: a machine that is busy for a while is caught at one of the two.
    private void NoteMachine()
    {
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
    }

    private static string Describe(Exception exception) =>
        OneLine.Of($"{exception.GetType().Name}: {exception.Message}");

    private static void Write(RoundOutcome outcome) =>
        Console.WriteLine(
            RoundOutcome.Prefix
                + JsonSerializer.Serialize(outcome, MeasuredJson.Default.RoundOutcome)
        );
}
