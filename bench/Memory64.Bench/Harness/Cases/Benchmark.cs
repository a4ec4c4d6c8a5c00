using Memory64.Bench.Harness.Measured;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Cases;

/// <summary>
/// A class of cases. In the host it only describes them; in the measured process its setup ends with the assertion, its
/// methods are timed, and its cleanup begins with the check of what they returned.
/// </summary>
public abstract class Benchmark
{
    private readonly RoundReport _report = new();

    /// <summary>The cases that there are, in any order.</summary>
    public abstract IEnumerable<CaseDescription> Cases { get; }

    /// <summary>The engine under test.</summary>
    protected static WasmtimeLibrary Engine() => ProcessEngine.Library;

    /// <summary>Runs a setup; what it throws fails the case and is recorded with its message.</summary>
    protected void Begin(Action setup) => _report.Begin(setup);

    /// <summary>Runs a check, or a setup, between two iterations; what it throws fails the case too.</summary>
    protected static void Check(Action check) => RoundReport.Guard(check);

    /// <summary>Runs a check after an iteration, then deletes what that iteration worked on.</summary>
    protected static void Close(Func<IDisposable> used, Action check)
    {
        Check(check);
        used().Dispose();
    }

    /// <summary>
    /// Prepares for a first touch of so many bytes, as the last thing before it: see <see cref="HostBacking"/>. It counts neither as
    /// faults nor as resident memory.
    /// </summary>
    protected void BackPages(ulong bytes) => _report.Uncounted(() => HostBacking.Ensure(bytes));

    /// <summary>Notes what else the round has found out; the page of the class shows it as a column.</summary>
    /// <param name="metric">Its name in the run file, such as <c>codeBytes</c>.</param>
    /// <param name="value">Any finite number.</param>
    protected void Note(string metric, double value) => _report.Note(metric, value);

    /// <summary>Reads what the round cost, then checks and cleans up; what that throws fails the case too.</summary>
    protected void End(Action checkAndCleanUp) => _report.End(checkAndCleanUp);

    /// <summary>Likewise; the target is deleted after its check.</summary>
    protected void End(Action check, IDisposable target) =>
        End(() =>
        {
            check();
            target.Dispose();
        });
}
