using System.Diagnostics;
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

    /// <summary>
    /// Whether the parts are calls that another process makes and times: then all of a call counts, and <see cref="Times"/> holds.
    /// </summary>
    public bool IsRemote { get; init; }

    /// <summary>How often the other process makes each call that it is asked for, one after the other, timed together; 1 or more.</summary>
    public long Times { get; set; } = 1;

    /// <summary>Whether all parts came with their thread's processor time.</summary>
    public bool HasThreadTime { get; private set; } = ThreadClock.IsSupported;

    /// <summary>Whether a part has begun, and not ended.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Nanoseconds of the calling thread's processor time; 0 where the system doesn't tell it.</summary>
    public long ThreadNanoseconds => _thread;

    /// <inheritdoc/>
    public string Title => "parts of calls";

    /// <inheritdoc/>
    public bool IsAvailable => true;

    /// <inheritdoc/>
    public Frequency Frequency { get; } = new(Stopwatch.Frequency);

    /// <summary>Ticks of <see cref="Stopwatch"/> that all parts took together.</summary>
    public long GetTimestamp() => _wall;

    /// <summary>A part begins; one that hasn't ended begins anew.</summary>
    public void Start()
    {
        IsOpen = true;
        _threadStart = ThreadClock.IsSupported ? ThreadClock.Nanoseconds() : 0;
        _wallStart = Stopwatch.GetTimestamp();
    }

    /// <summary>Counts a part that was timed elsewhere.</summary>
    /// <param name="wall">Nanoseconds by the wall clock.</param>
    /// <param name="thread">Nanoseconds of its thread's processor time; below 0 where that isn't known.</param>
    public void Add(long wall, long thread)
    {
        _wall += (long)(wall * (Stopwatch.Frequency / 1e9));
        _thread += Math.Max(0, thread);
        HasThreadTime &= thread >= 0;
        Spans++;
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
