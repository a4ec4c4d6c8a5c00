using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Memory64.Bench.Harness.Measured;

/// <summary>
/// A case, alive in this process: the one life that levels, duels and tests give it. It is set up, which ends with its memory's
/// assertion; called, each call between its own setup and cleanup where it has such; and cleaned up, which begins with the check of
/// what it computed. Each step is the class's method with BenchmarkDotNet's attribute for it.
/// </summary>
internal sealed class LiveCase
{
    private readonly object _benchmark;
    private readonly string _method;
    private readonly Action? _open;
    private readonly Action? _close;

    /// <summary>Brings a case to life; nothing of it runs yet.</summary>
    /// <param name="order">Which.</param>
    /// <param name="inputs">What it is given from outside.</param>
    /// <param name="meter">Notes what its round costs; <see langword="null"/> for a side of a duel.</param>
    /// <param name="isAllHere">Whether its guest and that of the other side of a duel live in this process.</param>
    public LiveCase(
        SideOrder order,
        Inputs inputs,
        RoundMeter? meter = null,
        bool isAllHere = false
    )
    {
        var type = typeof(LiveCase).Assembly.GetType(order.Class, throwOnError: true)!;
        _benchmark = Activator.CreateInstance(type)!;
        _method = order.Method;
        foreach (var (name, text) in order.Values)
        {
            var property = type.GetProperty(name)!;
            property.SetValue(_benchmark, ValueOf(property.PropertyType, text));
        }

        Benchmark = (IMeasured)_benchmark;
        Benchmark.Enter(
            new(
                () => LoadedEngines.Of(order.Library),
                () => LoadedEngines.Of(order.Kind, order.Library),
                isAllHere,
                inputs,
                meter
            )
        );
        var workload = type.GetMethod(_method)!;
        Call = Bind(workload);
        Returning =
            workload.ReturnType == typeof(ulong)
                ? workload.CreateDelegate<Func<ulong>>(_benchmark)
                : null;
        Slice = type.GetMethods()
            .FirstOrDefault(each => each.GetCustomAttribute<SliceOfAttribute>()?.Method == _method)
            is { } slice
            ? Bind(slice)
            : null;
        _open = Find<IterationSetupAttribute>();
        _close = Find<IterationCleanupAttribute>();
    }

    /// <summary>The instance of the class.</summary>
    public IMeasured Benchmark { get; }

    /// <summary>The measured method.</summary>
    public Action Call { get; }

    /// <summary>The measured method, with what it returns; <see langword="null"/> where that is nothing.</summary>
    public Func<ulong>? Returning { get; }

    /// <summary>A slice of it; <see langword="null"/> where there is none.</summary>
    public Action? Slice { get; }

    /// <summary>How many slices make an operation; 1 where there is none.</summary>
    public int Slices => Slice is null ? 1 : Benchmark.Slices;

    /// <summary>Sets it up; its memory passes its assertion.</summary>
    public void SetUp() => Find<GlobalSetupAttribute>()?.Invoke();

    /// <summary>Makes a number of calls; another process makes them in a row, where it has the guest.</summary>
    /// <param name="method">What is called: <see cref="Call"/>, <see cref="Slice"/>, or something around one of them.</param>
    /// <param name="calls">How many; 1 or more.</param>
    public void Repeat(Action method, long calls)
    {
        if (Benchmark.Timed?.Calls is { } clock && Benchmark.RepeatsCalls)
        {
            clock.Times = calls;
            method();
            clock.Times = 1;
            return;
        }

        for (var i = calls; i != 0; i--)
        {
            method();
        }
    }

    /// <summary>The setup of a call, or of calls that are slices of one operation.</summary>
    public void Open() => _open?.Invoke();

    /// <summary>The cleanup of what <see cref="Open"/> set up.</summary>
    public void Close() => _close?.Invoke();

    /// <summary>Checks what was computed, and cleans up.</summary>
    public void CleanUp() => Find<GlobalCleanupAttribute>()?.Invoke();

    private static object ValueOf(Type type, string text) =>
        type == typeof(string) ? text
        : type.IsEnum ? Enum.Parse(type, text)
        : type.GetMethod(nameof(int.Parse), [typeof(string), typeof(IFormatProvider)])!
            .Invoke(null, [text, CultureInfo.InvariantCulture])!;

    private Action? Find<T>()
        where T : TargetedAttribute =>
        _benchmark
            .GetType()
            .GetMethods()
            .FirstOrDefault(each =>
                each.GetCustomAttribute<T>() is { } attribute
                && (attribute.Targets.Length == 0 || attribute.Targets.Contains(_method))
            )
            is { } found
            ? Bind(found)
            : null;

    private Action Bind(MethodInfo method)
    {
        if (method.ReturnType == typeof(void))
        {
            return method.CreateDelegate<Action>(_benchmark);
        }

        var returning = method.CreateDelegate<Func<ulong>>(_benchmark);
        return () => _ = returning();
    }
}
