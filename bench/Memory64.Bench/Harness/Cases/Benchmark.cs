using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Measured;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Cases;

/// <summary>
/// A class of cases. In the host it only describes them; in the measured process its setup ends with the assertion, its
/// methods are timed, and its cleanup begins with the check of what they returned.
/// </summary>
public abstract class Benchmark : IMeasured
{
    private LiveSurroundings? _surroundings;
    private IGuestEngine? _engine;
    private SpanClock? _calls;

    /// <summary>What the cases are given from outside; known before anything else is asked.</summary>
    public Inputs Inputs { get; set; } = Inputs.None;

    /// <summary>The cases that there are, in any order.</summary>
    public abstract IEnumerable<CaseDescription> Cases { get; }

    /// <summary>The engine under test, where that is Wasmtime.</summary>
    protected WasmtimeLibrary Engine() => Surroundings.Engine();

    /// <summary>The engine under test, whosever it is.</summary>
    protected IGuestEngine GuestEngine()
    {
        if (_engine is null)
        {
            _engine = Surroundings.GuestEngine();
            _calls = _engine.Clock is { } clock ? new SpanClock { Calls = clock } : null;
        }

        return _engine;
    }

    /// <summary>The engine under test, where what it does isn't timed.</summary>
    protected IGuestEngine UntimedEngine() => Surroundings.GuestEngine();

    /// <summary>How often the engine makes each call that it is asked for: 1, but where <see cref="RepeatsCalls"/>.</summary>
    protected ulong Times => (ulong)(Timed?.Calls?.Times ?? 1);

    /// <inheritdoc/>
    public void Enter(LiveSurroundings surroundings)
    {
        _surroundings = surroundings;
        Inputs = surroundings.Inputs;
    }

    /// <summary>Whether it is a side of a duel, whose other side lives in the same process.</summary>
    protected bool IsSide => Surroundings.Meter is null;

    /// <summary>Whether it is one, and the guests of both live in this process.</summary>
    protected bool SharesProcess => Surroundings.IsAllHere;

    /// <inheritdoc/>
    public virtual ulong? Answer => null;

    /// <inheritdoc/>
    public virtual string? DifferenceFrom(IMeasured other) =>
        Answer == other.Answer ? null : $"computes {Answer:X}, the other {other.Answer:X}";

    /// <inheritdoc/>
    public virtual int Slices => 1;

    /// <inheritdoc/>
    public virtual bool RepeatsSlices => true;

    /// <inheritdoc/>
    public virtual bool IsOnOneThread => true;

    /// <inheritdoc/>
    public virtual bool RepeatsCalls => false;

    /// <inheritdoc/>
    public virtual SpanClock? Timed => _calls;

    private LiveSurroundings Surroundings =>
        _surroundings
        ?? throw new InvalidOperationException(
            $"{GetType().Name} is not alive: start measurements by {Repository.Launcher}"
        );

    /// <summary>
    /// Prepares for a first touch of so many bytes, as the last thing before it: see <see cref="HostBacking"/>. It counts neither as
    /// faults nor as resident memory.
    /// </summary>
    protected void BackPages(ulong bytes)
    {
        if (Surroundings.Meter is { } meter)
        {
            meter.Uncounted(() => HostBacking.Ensure(bytes));
        }
        else
        {
            HostBacking.Ensure(bytes);
        }
    }

    /// <summary>Notes what else the round has found out; the page of the class shows it as a column.</summary>
    /// <param name="metric">Its name in the run file, such as <c>codeBytes</c>.</param>
    /// <param name="value">Any finite number.</param>
    protected void Note(string metric, double value) => Surroundings.Meter?.Note(metric, value);

    /// <summary>Notes what takes a while to find out; a side of a duel isn't asked.</summary>
    /// <param name="findings">Metrics with their values.</param>
    protected void Note(Func<IEnumerable<(string Metric, double Value)>> findings)
    {
        if (IsSide)
        {
            return;
        }

        foreach (var (metric, value) in findings())
        {
            Note(metric, value);
        }
    }

    /// <summary>Checks what a target computed, then deletes it, whatever the check finds.</summary>
    protected static void End(Action check, IDisposable target)
    {
        using (target)
        {
            check();
        }
    }
}
