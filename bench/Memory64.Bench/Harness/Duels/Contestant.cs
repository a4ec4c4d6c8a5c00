using System.Diagnostics;
using Memory64.Bench.Harness.Machines.Noise;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Duels;

/// <summary>A side of a duel, alive: its memory has passed its assertion.</summary>
internal sealed class Contestant
{
    // Long against what a timestamp costs (25 ns) and what the other side's slice leaves in the caches; so short that the scheduler,
    // which takes the core for milliseconds, seldom hits one side of an exchange alone. See Duel for what was tried.
    private const double SliceNanoseconds = 1e5;

    // Where a side has a process of its own: it finds the core's caches as the other process left them.
    private const double LoneSliceNanoseconds = 5e5;

    private const double LongNanoseconds = 1e7;

    // A TimeSpan, which Stopwatch offers, counts in hundreds of nanoseconds: too coarse for what takes a thousand.
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    private readonly SideOrder _order;
    private readonly LiveCase _live;
    private readonly Action _method;
    private readonly SpanClock? _timed;
    private readonly double _handicap;
    private readonly double _target;
    private readonly int _slices;
    private long _calls = 1;
    private int _slice;
    private bool _isOpen;

    private Contestant(SideOrder order, bool isAllHere, Inputs inputs, double handicap)
    {
        _order = order;
        _handicap = handicap;
        _target = isAllHere ? SliceNanoseconds : LoneSliceNanoseconds;
        _live = new LiveCase(order, inputs, isAllHere: isAllHere);
        _live.SetUp();
        _slices = _live.Slices;
        _timed = _live.Benchmark.Timed;
        _method = _live.Slice ?? _live.Call;
    }

    /// <summary>Sets a side up, and finds out how many calls make a slice.</summary>
    /// <param name="order">Which.</param>
    /// <param name="isAllHere">See <see cref="DuelOrder.IsAllHere"/>.</param>
    /// <param name="inputs">What it is given from outside.</param>
    /// <param name="handicap">See <see cref="DuelOrder.Handicap"/>.</param>
    public static Contestant Enter(
        SideOrder order,
        bool isAllHere,
        Inputs inputs,
        double handicap = 0
    )
    {
        var contestant = new Contestant(order, isAllHere, inputs, handicap);
        contestant.WarmUp();
        return contestant;
    }

    /// <inheritdoc cref="IMeasured.DifferenceFrom"/>
    public string? DifferenceFrom(Contestant other) =>
        _live.Benchmark.DifferenceFrom(other._live.Benchmark);

    /// <inheritdoc cref="IMeasured.IsOnOneThread"/>
    public bool IsOnOneThread => _live.Benchmark.IsOnOneThread;

    /// <inheritdoc cref="IMeasured.RepeatsSlices"/>
    public bool RepeatsSlices => _slices > 1 && _live.Benchmark.RepeatsSlices;

    /// <summary>Operations that a slice makes; a part of one counts as such.</summary>
    public double OperationsOfSlice => (double)_calls * _order.Operations / _slices;

    /// <summary>One slice: its time for one operation. A part of an operation stands for the whole, as if all parts took as long.</summary>
    public SliceTime Slice()
    {
        var time = Time();
        return new(time.Wall / OperationsOfSlice, time.Thread / OperationsOfSlice);
    }

    /// <summary>Checks what the slices left, and cleans up.</summary>
    public void Leave()
    {
        Close();
        _live.CleanUp();
    }

    // Which parts of a call count says the call itself.
    private bool TimesParts => _timed is { Calls: null };

    private void WarmUp()
    {
        if (!_order.IsRepeatable && !TimesParts)
        {
            for (var i = 0; i < _order.Warmups; i++)
            {
                _ = Time();
            }

            if (_slices > 1)
            {
                Open();
            }

            return;
        }

        // What takes long has been warmed up by its setup.
        if (TimesParts && _timed!.GetTimestamp() * NanosecondsPerTick > LongNanoseconds)
        {
            return;
        }

        _ = Time();
        var time = Time().Wall;
        while (time < _target / 2)
        {
            _calls *= (long)Math.Clamp(_target / time, 2, 1000);
            time = Time().Wall;
        }

        _calls = Math.Max(1, (long)Math.Round(_calls * _target / time));
    }

    private SliceTime Time()
    {
        Open();
        var (timedBefore, threadBefore) = (_timed?.GetTimestamp(), _timed?.ThreadNanoseconds);
        var threadStart = ThreadClock.IsSupported ? ThreadClock.Nanoseconds() : 0;
        var start = Stopwatch.GetTimestamp();
        _live.Repeat(_method, _calls);
        var end = Stopwatch.GetTimestamp();
        var counted = _timed?.GetTimestamp() - timedBefore ?? end - start;
        var prolonged = end;
        if (_handicap > 0)
        {
            var until = end + (long)(counted * _handicap);
            while (prolonged < until)
            {
                prolonged = Stopwatch.GetTimestamp();
            }
        }

        var threadEnd = ThreadClock.IsSupported ? ThreadClock.Nanoseconds() : 0;
        var wall = (counted + prolonged - end) * NanosecondsPerTick;
        var thread =
            _timed?.ThreadNanoseconds - threadBefore + ((prolonged - end) * NanosecondsPerTick)
            ?? threadEnd - threadStart;
        _slice++;
        if (_slice == _slices)
        {
            Close();
        }

        return new(Math.Max(1, wall), Math.Max(1, thread));
    }

    // Slices that make one operation share what is set up for it.
    private void Open()
    {
        if (!_isOpen)
        {
            _live.Open();
            _isOpen = true;
        }
    }

    private void Close()
    {
        if (_isOpen)
        {
            _live.Close();
            _isOpen = false;
            _slice = 0;
        }
    }
}
