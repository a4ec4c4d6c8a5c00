using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Duels;

/// <summary>A side of a duel, alive: its memory has passed its assertion. It is set up, called and cleaned up as BenchmarkDotNet does it.</summary>
internal sealed class Contestant
{
    // Long against what a timestamp costs, short against what the machine does meanwhile.
    private const double SliceNanoseconds = 1e6;

    private readonly SideOrder _order;
    private readonly IContestant _benchmark;
    private readonly Action _method;
    private readonly Action? _before;
    private readonly Action? _after;
    private readonly Action? _cleanup;
    private readonly double _handicap;
    private readonly int _slices;
    private long _calls = 1;
    private int _slice;
    private bool _isOpen;

    private Contestant(SideOrder order, double handicap)
    {
        _order = order;
        _handicap = handicap;
        var type = typeof(Contestant).Assembly.GetType(order.Class, throwOnError: true)!;
        var benchmark = Activator.CreateInstance(type)!;
        foreach (var (name, value) in order.Values)
        {
            var property = type.GetProperty(name)!;
            property.SetValue(benchmark, value.Deserialize(property.PropertyType));
        }

        _benchmark = (IContestant)benchmark;
        _benchmark.TakeSide(ProcessEngine.Load(order.Library));
        Find<GlobalSetupAttribute>(benchmark, order.Method)?.Invoke();
        var slice = SliceOf(type, order.Method);
        _slices = slice is null ? 1 : _benchmark.Slices;
        _method = Bind(benchmark, slice ?? type.GetMethod(order.Method)!);
        _before = Find<IterationSetupAttribute>(benchmark, order.Method);
        _after = Find<IterationCleanupAttribute>(benchmark, order.Method);
        _cleanup = Find<GlobalCleanupAttribute>(benchmark, order.Method);
    }

    /// <summary>Sets a side up, and finds out how many calls make a slice.</summary>
    /// <param name="order">Which.</param>
    /// <param name="handicap">See <see cref="DuelOrder.Handicap"/>.</param>
    public static Contestant Enter(SideOrder order, double handicap = 0)
    {
        var contestant = new Contestant(order, handicap);
        contestant.WarmUp();
        return contestant;
    }

    /// <summary>See <see cref="IContestant.Answer"/>.</summary>
    public ulong? Answer => _benchmark.Answer;

    /// <summary>One slice: its time in nanoseconds for one operation. A part of one stands for the whole, as if all parts took as long.</summary>
    public double Slice() => Time() * _slices / (_calls * _order.Operations);

    /// <summary>Checks what the slices left, and cleans up.</summary>
    public void Leave()
    {
        Close();
        _cleanup?.Invoke();
    }

    private void WarmUp()
    {
        if (!_order.IsRepeatable)
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

        _ = Time();
        var time = Time();
        while (time < SliceNanoseconds / 2)
        {
            _calls *= (long)Math.Clamp(SliceNanoseconds / Math.Max(time, 1), 2, 1000);
            time = Time();
        }

        _calls = Math.Max(1, (long)Math.Round(_calls * SliceNanoseconds / time));
    }

    private double Time()
    {
        Open();
        var start = Stopwatch.GetTimestamp();
        for (var i = _calls; i != 0; i--)
        {
            _method();
        }

        var end = Stopwatch.GetTimestamp();
        if (_handicap > 0)
        {
            var until = end + (long)((end - start) * _handicap);
            while (end < until)
            {
                end = Stopwatch.GetTimestamp();
            }
        }

        _slice++;
        if (_slice == _slices)
        {
            Close();
        }

        return Math.Max(1, Stopwatch.GetElapsedTime(start, end).TotalNanoseconds);
    }

    // Slices that make one operation share what is set up for it.
    private void Open()
    {
        if (!_isOpen)
        {
            _before?.Invoke();
            _isOpen = true;
        }
    }

    private void Close()
    {
        if (_isOpen)
        {
            _after?.Invoke();
            _isOpen = false;
            _slice = 0;
        }
    }

    private static MethodInfo? SliceOf(Type type, string method) =>
        type.GetMethods()
            .FirstOrDefault(each => each.GetCustomAttribute<SliceOfAttribute>()?.Method == method);

    private static Action? Find<T>(object benchmark, string method)
        where T : TargetedAttribute =>
        benchmark
            .GetType()
            .GetMethods()
            .FirstOrDefault(each =>
                each.GetCustomAttribute<T>() is { } attribute
                && (attribute.Targets.Length == 0 || attribute.Targets.Contains(method))
            )
            is { } found
            ? Bind(benchmark, found)
            : null;

    private static Action Bind(object benchmark, MethodInfo method)
    {
        if (method.ReturnType == typeof(void))
        {
            return method.CreateDelegate<Action>(benchmark);
        }

        var returning = method.CreateDelegate<Func<ulong>>(benchmark);
        return () => _ = returning();
    }
}
