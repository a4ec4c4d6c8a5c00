using System.Text.Json;
using Memory64.Bench.Harness.Machines;

namespace Memory64.Bench.Harness.Measured;

/// <summary>
/// The measured process's side of <see cref="RoundOutcome"/>: one line on standard output, which the host finds among
/// BenchmarkDotNet's own. A round without it died before its end.
/// </summary>
public sealed class RoundReport
{
    private readonly Dictionary<string, double> _metrics = new(StringComparer.Ordinal);
    private PageFaults _before;
    private long _peak;

    /// <summary>Runs the setup and notes where page faults start to count.</summary>
    public void Begin(Action setup)
    {
        Guard(setup);
        _before = ProcessMemory.PageFaults();
    }

    /// <summary>Notes what else the round has found out; it is reported at the end.</summary>
    public void Note(string metric, double value) => _metrics[metric] = value;

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

    /// <summary>Reads resident size and page faults, runs the checks and the cleanup, and reports.</summary>
    public void End(Action checkAndCleanUp)
    {
        var faults = ProcessMemory.PageFaults() - _before;
        var outcome = new RoundOutcome
        {
            ResidentBytes = Math.Max(_peak, ProcessMemory.PeakResidentBytes()),
            MinorFaults = faults.Minor,
            MajorFaults = faults.Major,
            Metrics = _metrics.Count > 0 ? _metrics : null,
        };
        Guard(checkAndCleanUp, outcome);
        Write(outcome);
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

    private static string Describe(Exception exception) =>
        OneLine.Of($"{exception.GetType().Name}: {exception.Message}");

    private static void Write(RoundOutcome outcome) =>
        Console.WriteLine(RoundOutcome.Prefix + JsonSerializer.Serialize(outcome));
}
