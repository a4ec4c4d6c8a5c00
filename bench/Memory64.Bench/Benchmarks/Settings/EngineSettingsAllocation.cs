using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Results.Units;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Settings;

/// <summary>
/// What each setting of an engine changes when a guest gets more memory, alone: growth past what is reserved by default, and
/// the first write to every page. Read the ratio to the default.
/// </summary>
public class EngineSettingsAllocation : Benchmark
{
    private static readonly ByteSize None = new(0);
    private static readonly ByteSize TouchedSize = ByteSize.MiB(256);
    private static readonly ByteSize KeptSize = ByteSize.MiB(4);

    // A page more than is reserved by default; as much again is more than is reserved by default for growth.
    private static readonly ByteSize FullSize = new(ByteSize.FourGiB.Bytes + MemoryType.PageBytes);

    private AllocationTarget _target = null!;

    /// <summary>What differs from the default.</summary>
    [ParamsAllValues]
    public Setting Setting { get; set; }

    /// <summary>What is allocated from.</summary>
    [Params(MemoryKind.memory64)]
    public MemoryKind Memory { get; set; }

    /// <inheritdoc/>
    public override CaseDescription? Describe(string method)
    {
        if (!Applies(method))
        {
            return null;
        }

        var grows = method == nameof(Grow);
        return new CaseDescription
        {
            Profile = Profile.Full,
            Sampling =
                !grows ? Sampling.Once(warmups: 1, iterations: 3)
                : Setting == Setting.byDefault ? Sampling.Once(warmups: 0, iterations: 1)
                : Sampling.Once(warmups: 3, iterations: 15),
            Unit = TimeUnit.Millisecond,
            Bytes = grows ? 0 : (long)TouchedSize.Bytes,
            Guest = AllocationTarget.GuestOf(Memory),
            Settings = SettingConfiguration.Of(Setting),
            ResidentBytes = grows ? FullSize.Bytes : TouchedSize.Bytes,
            Controls =
                Setting == Setting.byDefault
                    ? []
                    : [new Control("default", (nameof(Setting), Setting.byDefault))],
        };
    }

    /// <summary>An instance passes the assertions while it grows past what is reserved by default.</summary>
    [GlobalSetup(Target = nameof(Grow))]
    public void SetupGrow() => Begin(() => Prepare(FullSize));

    /// <summary>Likewise, while it grows to what will be touched.</summary>
    [GlobalSetup(Target = nameof(FirstTouch))]
    public void SetupTouch() => Begin(() => Prepare(TouchedSize));

    /// <summary>A memory a page larger than is reserved by default, 4 MiB of it touched.</summary>
    [IterationSetup(Target = nameof(Grow))]
    public void OpenFull() =>
        Check(() =>
        {
            _target.Open(None, FullSize);
            _ = _target.Memory.Touch(KeptSize.Bytes, AllocationTarget.Step);
            if (Setting == Setting.byDefault)
            {
                BackPages(FullSize.Bytes);
            }
        });

    /// <summary>A memory that is not touched.</summary>
    [IterationSetup(Target = nameof(FirstTouch))]
    public void OpenUntouched() =>
        Check(() =>
        {
            _target.Open(None, TouchedSize);
            BackPages(TouchedSize.Bytes);
        });

    /// <summary>Grows by 4 GiB what is larger than is reserved by default: by default everything is relocated.</summary>
    [Benchmark]
    public void Grow() => _ = _target.Memory.Grow(ByteSize.FourGiB.Bytes);

    /// <summary>Writes one byte to every page of 256 MiB.</summary>
    [Benchmark]
    public void FirstTouch() => _ = _target.Memory.Touch(TouchedSize.Bytes, AllocationTarget.Step);

    /// <summary>The memory has grown, lies where the setting lets it lie, and holds what it held.</summary>
    [IterationCleanup(Target = nameof(Grow))]
    public void CloseGrown() =>
        Close(() =>
        {
            _target.CheckPlace(
                FullSize.Bytes + ByteSize.FourGiB.Bytes,
                moved: Setting == Setting.byDefault
            );
            _target.CheckTouched(KeptSize);
        });

    /// <summary>Each page holds its byte; most of them are huge where that was asked for.</summary>
    [IterationCleanup(Target = nameof(FirstTouch))]
    public void CloseTouched() => Close(() => _target.CheckTouched(TouchedSize));

    /// <summary>Deletes the engine.</summary>
    [GlobalCleanup]
    public void Cleanup() => End(_target.Dispose);

    // Each setting where it should matter and where it should not.
    private bool Applies(string method) =>
        method == nameof(Grow)
            ? Setting is Setting.byDefault or Setting.reservation or Setting.growthReservation
            : Setting
                is Setting.byDefault
                    or Setting.reservation
                    or Setting.noSpectre
                    or Setting.hugePages;

    private void Prepare(ByteSize size) =>
        _target = new AllocationTarget(
            Memory,
            size,
            SettingConfiguration.Of(Setting),
            () => EngineUnderTest.Library
        );

    private void Close(Action check)
    {
        Check(check);
        _target.Memory.Dispose();
    }
}
