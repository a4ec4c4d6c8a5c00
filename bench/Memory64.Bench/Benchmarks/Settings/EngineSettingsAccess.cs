using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Settings;

/// <summary>
/// What each setting of an engine changes in an access to memory, alone: which of them pay. Read the ratio to the default, in
/// the rows where a setting should matter and in those where it should not, and what is left of memory64's price over memory32.
/// </summary>
public class EngineSettingsAccess : Benchmark
{
    private SettingTarget _target = null!;

    /// <summary>What differs from the default.</summary>
    [ParamsAllValues]
    public Setting Setting { get; set; }

    /// <summary>What is accessed.</summary>
    [Params(MemoryKind.memory64, MemoryKind.memory32)]
    public MemoryKind Memory { get; set; }

    /// <summary>Where; below 4 GiB in a memory64 that begins with as much as is reserved by default.</summary>
    [Params(Window.below, Window.above)]
    public Window Window { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => SettingAccessCases.All;

    /// <summary>Creates the memory with its assertion, and a window in it with patterns.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _target = new SettingTarget(Setting, Memory, Window, hasData: false, Engine());
        _target.OpenWindow();
    }

    /// <summary>Walks a window of 16 KiB word by word, as the class does that asks what an access costs.</summary>
    [Benchmark(OperationsPerInvoke = SettingTarget.Accesses)]
    public void Read() => _target.Read();

    /// <summary>The sum is right.</summary>
    [GlobalCleanup]
    public void Cleanup() => End(_target.CheckRead, _target);
}
