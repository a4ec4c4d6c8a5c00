using System.Globalization;
using BenchmarkDotNet.Characteristics;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace Memory64.Bench.Harness.Measured;

/// <summary>How a level is sampled: what BenchmarkDotNet's engine goes by in a job, as texts that can be sent to another process.</summary>
/// <param name="Characteristics">BenchmarkDotNet's ids of what is set, such as <c>Run.IterationCount</c>, with their values.</param>
public sealed record LevelOrder(IReadOnlyDictionary<string, string> Characteristics)
{
    private static readonly Setting[] Settings =
    [
        Number(RunMode.WarmupCountCharacteristic),
        Number(RunMode.MinWarmupIterationCountCharacteristic),
        Number(RunMode.MaxWarmupIterationCountCharacteristic),
        Number(RunMode.IterationCountCharacteristic),
        Number(RunMode.MinIterationCountCharacteristic),
        Number(RunMode.MaxIterationCountCharacteristic),
        Number(RunMode.InvocationCountCharacteristic),
        Number(RunMode.UnrollFactorCharacteristic),
        Word(RunMode.RunStrategyCharacteristic),
        Number(RunMode.MemoryRandomizationCharacteristic),
        Time(RunMode.IterationTimeCharacteristic),
        Number(AccuracyMode.MaxRelativeErrorCharacteristic),
        Time(AccuracyMode.MaxAbsoluteErrorCharacteristic),
        Time(AccuracyMode.MinIterationTimeCharacteristic),
        Number(AccuracyMode.MinInvokeCountCharacteristic),
        Number(AccuracyMode.EvaluateOverheadCharacteristic),
        Word(AccuracyMode.OutlierModeCharacteristic),
        Number(AccuracyMode.AnalyzeLaunchVarianceCharacteristic),
        Number(GcMode.ForceCharacteristic),
    ];

    /// <summary>BenchmarkDotNet's ids of all that can be sent.</summary>
    public static IReadOnlySet<string> Known { get; } =
        Settings.Select(setting => setting.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>What of a job the engine goes by.</summary>
    public static LevelOrder Of(Job job) =>
        new(
            Settings
                .Where(setting => setting.IsIn(job))
                .ToDictionary(
                    setting => setting.Id,
                    setting => setting.Read(job),
                    StringComparer.Ordinal
                )
        );

    /// <summary>A job that samples so.</summary>
    public Job ToJob()
    {
        var job = new Job();
        foreach (var setting in Settings)
        {
            if (Characteristics.TryGetValue(setting.Id, out var text))
            {
                setting.Write(job, text);
            }
        }

        return job;
    }

    private static Setting Number<T>(Characteristic<T> characteristic)
        where T : IConvertible =>
        Of(
            characteristic,
            value => value.ToString(CultureInfo.InvariantCulture),
            text => (T)Convert.ChangeType(text, typeof(T), CultureInfo.InvariantCulture)
        );

    private static Setting Word<T>(Characteristic<T> characteristic)
        where T : struct, Enum => Of(characteristic, value => value.ToString(), Enum.Parse<T>);

    private static Setting Time(Characteristic<TimeInterval> characteristic) =>
        Of(
            characteristic,
            value => value.Nanoseconds.ToString(CultureInfo.InvariantCulture),
            text => TimeInterval.FromNanoseconds(double.Parse(text, CultureInfo.InvariantCulture))
        );

    private static Setting Of<T>(
        Characteristic<T> characteristic,
        Func<T, string> write,
        Func<string, T> read
    ) =>
        new(
            characteristic.FullId,
            job => job.HasValue(characteristic),
            job => write(characteristic[job]),
            (job, text) => characteristic[job] = read(text)
        );

    private sealed record Setting(
        string Id,
        Func<Job, bool> IsIn,
        Func<Job, string> Read,
        Action<Job, string> Write
    );
}
