using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Settings;

/// <summary>
/// What each setting of an engine changes when a memory is created and given back, alone: without data, with data, and used in
/// between. Read the ratio to the default; for a pool that keeps pages resident also that to a pool which doesn't.
/// </summary>
public class EngineSettingsInstantiation : Benchmark
{
    private SettingTarget _target = null!;

    /// <summary>What differs from the default.</summary>
    [ParamsAllValues]
    public Setting Setting { get; set; }

    /// <summary>What is created.</summary>
    [Params(MemoryKind.memory64)]
    public MemoryKind Memory { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => SettingInstantiationCases.All;

    /// <summary>An instance passes the assertion in an engine with the same settings; the measured one's memory stays untouched.</summary>
    [GlobalSetup(Targets = [nameof(Instantiate), nameof(Reuse)])]
    public void Setup() => Prepare(nameof(Instantiate));

    /// <summary>An instance with data passes the assertion in an engine with the same settings; the measured one's memory stays untouched.</summary>
    [GlobalSetup(Target = nameof(InstantiateData))]
    public void SetupData() => Prepare(nameof(InstantiateData));

    /// <summary>A store, an instance, both deleted.</summary>
    [Benchmark]
    public void Instantiate() => _target.Instantiate();

    /// <summary>A store, an instance with 256 KiB of data, none of which is used, both deleted.</summary>
    [Benchmark]
    public void InstantiateData() => _target.Instantiate();

    /// <summary>A store, an instance without data, both deleted; before that the guest writes to every page of the first 1 MiB.</summary>
    [Benchmark]
    public void Reuse() => _target.Reuse();

    /// <summary>An instance made after the measurement is as fresh as the first, and passes the assertion.</summary>
    [GlobalCleanup]
    public void Cleanup() => End(_target.CheckInstance, _target);

    private void Prepare(string method) =>
        _target = new SettingTarget(
            Setting,
            Memory,
            Window.none,
            SettingInstantiationCases.HasData(method),
            Engine(),
            IsSide
        );
}
