using System.Diagnostics;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Noise;
using Perfolizer.Horology;

namespace Memory64.Bench.Harness.Measured;

/// <summary>
/// Counts the time of those parts of calls that are to be timed, where a call does more than that: a clock that stands still outside of
/// them. BenchmarkDotNet takes it for its own.
/// </summary>
public sealed class SpanClock : IClock
{
    private long _wall;
    private long _thread;
    private long _wallStart;
    private long _threadStart;

    /// <summary>How often a part began and ended.</summary>
    public int Spans { get; private set; }

    /// <summary>Counts calls that another process makes and times, where all of them are to count; else <see langword="null"/>.</summary>
    public CallClock? Calls { get; init; }

    /// <summary>Whether a part has begun, and not ended.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Nanoseconds of the calling thread's processor time; 0 where the system doesn't tell it.</summary>
    public long ThreadNanoseconds => _thread + (Calls?.Thread ?? 0);

    /// <inheritdoc/>
    public string Title => "parts of calls";

    /// <inheritdoc/>
    public bool IsAvailable => true;

    /// <inheritdoc/>
    public Frequency Frequency { get; } = new(Stopwatch.Frequency);

    /// <summary>Ticks of <see cref="Stopwatch"/> that all parts took together.</summary>
    public long GetTimestamp() => _wall + (long)((Calls?.Wall ?? 0) * (Stopwatch.Frequency / 1e9));

    /// <summary>A part begins; one that hasn't ended begins anew.</summary>
    public void Start()
    {
        IsOpen = true;
        _threadStart = ThreadClock.IsSupported ? ThreadClock.Nanoseconds() : 0;
        _wallStart = Stopwatch.GetTimestamp();
    }

    /// <summary>The part ends; without one that is open nothing happens.</summary>
    public void End()
    {
        var wall = Stopwatch.GetTimestamp();
        if (!IsOpen)
        {
            return;
        }

        _wall += wall - _wallStart;
        _thread += ThreadClock.IsSupported ? ThreadClock.Nanoseconds() - _threadStart : 0;
        IsOpen = false;
        Spans++;
    }
}
