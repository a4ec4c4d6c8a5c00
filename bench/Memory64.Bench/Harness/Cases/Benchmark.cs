using Memory64.Bench.Harness.Duels;
using Memory64.Bench.Harness.Measured;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Cases;

/// <summary>
/// A class of cases. In the host it only describes them; in the measured process its setup ends with the assertion, its
/// methods are timed, and its cleanup begins with the check of what they returned.
/// </summary>
public abstract class Benchmark : IContestant
{
    private RoundReport _report = new();
    private WasmtimeLibrary? _library;

    /// <summary>The cases that there are, in any order.</summary>
    public abstract IEnumerable<CaseDescription> Cases { get; }

    /// <summary>The engine under test.</summary>
    protected WasmtimeLibrary Engine() => _library ?? ProcessEngine.Library;

    /// <inheritdoc/>
    public void TakeSide(WasmtimeLibrary engine)
    {
        _library = engine;
        _report = RoundReport.Silent();
    }

    /// <summary>Whether it is a side of a duel, whose other side lives in the same process.</summary>
    protected bool IsSide => _library is not null;

    /// <inheritdoc/>
    public virtual ulong? Answer => null;

    /// <inheritdoc/>
    public virtual int Slices => 1;

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

    /// <summary>Likewise what takes a while to find out; a side of a duel isn't asked.</summary>
    /// <param name="findings">Metrics with their values.</param>
    protected void Note(Func<IEnumerable<(string Metric, double Value)>> findings) =>
        _report.Note(findings);

    /// <summary>
    /// Reads what the round cost, checks and cleans up, and then fights the duels that the round was told to; what any of that
    /// throws fails the case too.
    /// </summary>
    protected void End(Action checkAndCleanUp) => _report.End(checkAndCleanUp, Duel.FightAll);

    /// <summary>Likewise; the target is deleted after its check.</summary>
    protected void End(Action check, IDisposable target) =>
        End(() =>
        {
            check();
            target.Dispose();
        });
}
