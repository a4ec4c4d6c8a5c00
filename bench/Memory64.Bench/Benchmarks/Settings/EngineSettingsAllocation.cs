using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Settings;

/// <summary>
/// What each setting of an engine changes when a guest gets more memory, alone: growth past what is reserved by default, and
/// the first write to every page. Read the ratio to the default.
/// </summary>
public class EngineSettingsAllocation : Benchmark
{
    private static readonly ByteSize None = new(0);
    private static readonly ByteSize KeptSize = ByteSize.MiB(4);

    private AllocationTarget _target = null!;

    /// <summary>What differs from the default.</summary>
    [ParamsAllValues]
    public Setting Setting { get; set; }

    /// <summary>What is allocated from.</summary>
    [Params(MemoryKind.memory64)]
    public MemoryKind Memory { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => SettingAllocationCases.All;

    /// <summary>An instance passes the assertions while it grows past what is reserved by default.</summary>
    [GlobalSetup(Target = nameof(Grow))]
    public void SetupGrow() => Prepare(SettingAllocationCases.FullSize);

    /// <summary>An instance passes the assertions while it grows to what will be touched.</summary>
    [GlobalSetup(Target = nameof(FirstTouch))]
    public void SetupTouch() => Prepare(SettingAllocationCases.TouchedSize);

    /// <summary>A memory a page larger than is reserved by default, 4 MiB of it touched.</summary>
    [IterationSetup(Target = nameof(Grow))]
    public void OpenFull()
    {
        _target.Open(None, SettingAllocationCases.FullSize);
        _ = _target.Memory.Touch(0, KeptSize.Bytes, AllocationTarget.Step);
        if (Setting == Setting.byDefault)
        {
            BackPages(SettingAllocationCases.FullSize.Bytes);
        }
    }

    /// <summary>A memory that is not touched.</summary>
    [IterationSetup(Target = nameof(FirstTouch))]
    public void OpenUntouched()
    {
        _target.Open(None, SettingAllocationCases.TouchedSize);
        BackPages(SettingAllocationCases.TouchedSize.Bytes);
    }

    /// <summary>Grows by 4 GiB what is larger than is reserved by default: by default everything is relocated.</summary>
    [Benchmark]
    public void Grow() => _ = _target.Memory.Grow(ByteSize.FourGiB.Bytes);

    /// <summary>Writes one byte to every page of 256 MiB.</summary>
    [Benchmark]
    public void FirstTouch() =>
        _ = _target.Memory.Touch(
            0,
            SettingAllocationCases.TouchedSize.Bytes,
            AllocationTarget.Step
        );

    /// <summary>The memory has grown, lies where the setting lets it lie, and holds what it held.</summary>
    [IterationCleanup(Target = nameof(Grow))]
    public void CloseGrown() =>
        End(
            () =>
            {
                _target.CheckPlace(
                    SettingAllocationCases.FullSize.Bytes + ByteSize.FourGiB.Bytes,
                    moved: Setting == Setting.byDefault
                );
                _target.CheckTouched(0, KeptSize.Bytes);
            },
            _target.Memory
        );

    /// <summary>Each page holds its byte; most of them are huge where that was asked for.</summary>
    [IterationCleanup(Target = nameof(FirstTouch))]
    public void CloseTouched() =>
        End(
            () => _target.CheckTouched(0, SettingAllocationCases.TouchedSize.Bytes),
            _target.Memory
        );

    /// <summary>Deletes the engine.</summary>
    [GlobalCleanup]
    public void Cleanup() => _target.Dispose();

    private void Prepare(ByteSize size) =>
        _target = new AllocationTarget(Memory, size, SettingConfiguration.Of(Setting), GuestEngine);
}
