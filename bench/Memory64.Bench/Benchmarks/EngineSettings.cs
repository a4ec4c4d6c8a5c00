using BenchmarkDotNet.Attributes;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measuring;
using Memory64.Results.Units;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks;

/// <summary>
/// What each setting of an engine changes, alone: which of them pay, and for what. Read the ratio to the default, in the rows
/// where a setting should matter and in those where it should not; reads also show what is left of memory64's price over
/// memory32.
/// </summary>
public class EngineSettings : Benchmark
{
    private static readonly ByteSize None = new(0);
    private static readonly ByteSize TouchedSize = ByteSize.MiB(256);
    private static readonly ByteSize KeptSize = ByteSize.MiB(4);

    // A page more than is reserved by default; as much again is more than is reserved by default for growth.
    private static readonly ByteSize FullSize = new(ByteSize.FourGiB.Bytes + MemoryType.PageBytes);

    private SettingTarget _target = null!;
    private AllocationTarget _allocation = null!;

    /// <summary>What differs from the default.</summary>
    [ParamsAllValues]
    public Setting Setting { get; set; }

    /// <summary>What is created or accessed.</summary>
    [Params(MemoryKind.memory64, MemoryKind.memory32)]
    public MemoryKind Memory { get; set; }

    /// <summary>Where reads lie; below 4 GiB in a memory that begins with as much as is reserved by default.</summary>
    [Params(Window.none, Window.below, Window.above)]
    public Window Window { get; set; }

    /// <inheritdoc/>
    public override CaseDescription? Describe(string method)
    {
        if (!Applies(method))
        {
            return null;
        }

        (string, object) none = (nameof(Setting), Setting.byDefault);
        var byDefault = new Control("default", none);
        var pooled = new Control("pooled", (nameof(Setting), Setting.pooled));
        var memory32 = new Control(
            "memory32",
            none,
            (nameof(Memory), MemoryKind.memory32),
            (nameof(Window), Window.below)
        );
        var reads = method == nameof(Read);
        return new CaseDescription
        {
            Profile = Profile.Full,
            Sampling = method switch
            {
                nameof(Grow) when Setting == Setting.byDefault => Sampling.Once(0, iterations: 1),
                nameof(Grow) => Sampling.Once(warmups: 3, iterations: 15),
                nameof(FirstTouch) => Sampling.Once(warmups: 1, iterations: 3),
                _ => Sampling.Repeated,
            },
            Unit =
                reads ? TimeUnit.Nanosecond
                : method is nameof(Grow) or nameof(FirstTouch) ? TimeUnit.Millisecond
                : TimeUnit.Microsecond,
            Operations = reads ? SettingTarget.Accesses : 1,
            Bytes =
                reads ? sizeof(ulong)
                : method == nameof(FirstTouch) ? (long)TouchedSize.Bytes
                : 0,
            Guest = GuestOf(method),
            Settings = SettingConfiguration.Of(Setting),
            ResidentBytes = method switch
            {
                nameof(Grow) => FullSize.Bytes,
                nameof(FirstTouch) => TouchedSize.Bytes,
                _ => 0,
            },
            Controls =
            [
                .. Setting == Setting.byDefault ? (ReadOnlySpan<Control>)[] : [byDefault],
                .. Setting == Setting.keepsResident ? (ReadOnlySpan<Control>)[pooled] : [],
                .. reads && Memory == MemoryKind.memory64 ? (ReadOnlySpan<Control>)[memory32] : [],
            ],
        };
    }

    /// <summary>Creates the memory with its assertion, and a window in it with patterns.</summary>
    [GlobalSetup(Target = nameof(Read))]
    public void SetupRead() =>
        Begin(() =>
        {
            Prepare(nameof(Read));
            _target.OpenWindow();
        });

    /// <summary>An instance passes the assertion in an engine with the same settings; the measured one's memory stays untouched.</summary>
    [GlobalSetup(Targets = [nameof(Instantiate), nameof(Reuse)])]
    public void SetupInstances() => Begin(() => Prepare(nameof(Instantiate)));

    /// <summary>Likewise, with a guest that has data.</summary>
    [GlobalSetup(Target = nameof(InstantiateData))]
    public void SetupData() => Begin(() => Prepare(nameof(InstantiateData)));

    /// <summary>An instance passes the assertions while it grows past what is reserved by default.</summary>
    [GlobalSetup(Target = nameof(Grow))]
    public void SetupGrow() => Begin(() => PrepareAllocation(FullSize));

    /// <summary>Likewise, while it grows to what will be touched.</summary>
    [GlobalSetup(Target = nameof(FirstTouch))]
    public void SetupTouch() => Begin(() => PrepareAllocation(TouchedSize));

    /// <summary>A memory a page larger than is reserved by default, 4 MiB of it touched.</summary>
    [IterationSetup(Target = nameof(Grow))]
    public void OpenFull() =>
        Check(() =>
        {
            _allocation.Open(None, FullSize);
            _ = _allocation.Memory.Touch(KeptSize.Bytes, AllocationTarget.Step);
        });

    /// <summary>A memory that is not touched.</summary>
    [IterationSetup(Target = nameof(FirstTouch))]
    public void OpenUntouched() => Check(() => _allocation.Open(None, TouchedSize));

    /// <summary>Walks a window of 16 KiB word by word, as <see cref="BoundaryAccess.Read"/> does.</summary>
    [Benchmark(OperationsPerInvoke = SettingTarget.Accesses)]
    public void Read() => _target.Read();

    /// <summary>A store, an instance, both deleted.</summary>
    [Benchmark]
    public void Instantiate() => _target.Instantiate();

    /// <summary>Likewise, of a guest with 256 KiB of data, none of which is used.</summary>
    [Benchmark]
    public void InstantiateData() => _target.Instantiate();

    /// <summary>Likewise without data; the guest writes to every page of the first 1 MiB before it is deleted.</summary>
    [Benchmark]
    public void Reuse() => _target.Reuse();

    /// <summary>Grows by 4 GiB what is larger than is reserved by default: by default everything is relocated.</summary>
    [Benchmark]
    public void Grow() => _ = _allocation.Memory.Grow(ByteSize.FourGiB.Bytes);

    /// <summary>Writes one byte to every page of 256 MiB.</summary>
    [Benchmark]
    public void FirstTouch() =>
        _ = _allocation.Memory.Touch(TouchedSize.Bytes, AllocationTarget.Step);

    /// <summary>The memory has grown, lies where the setting lets it lie, and holds what it held.</summary>
    [IterationCleanup(Target = nameof(Grow))]
    public void CloseGrown() =>
        Close(() =>
        {
            _allocation.CheckPlace(
                FullSize.Bytes + ByteSize.FourGiB.Bytes,
                moved: Setting == Setting.byDefault
            );
            _allocation.CheckTouched(KeptSize);
        });

    /// <summary>Each page holds its byte; most of them are huge where that was asked for.</summary>
    [IterationCleanup(Target = nameof(FirstTouch))]
    public void CloseTouched() =>
        Close(() =>
        {
            _allocation.CheckTouched(TouchedSize);
            if (Setting == Setting.hugePages)
            {
                _allocation.CheckHugePages(TouchedSize);
            }
        });

    /// <summary>The sum is right.</summary>
    [GlobalCleanup(Target = nameof(Read))]
    public void CleanupRead() => Finish(() => _target.CheckRead());

    /// <summary>An instance made after the measurement is as fresh as the first, and passes the assertion.</summary>
    [GlobalCleanup(Targets = [nameof(Instantiate), nameof(InstantiateData), nameof(Reuse)])]
    public void CleanupInstances() => Finish(() => _target.CheckInstance());

    /// <summary>Deletes the engine.</summary>
    [GlobalCleanup(Targets = [nameof(Grow), nameof(FirstTouch)])]
    public void CleanupAllocation() => End(_allocation.Dispose);

    // Each setting where it should matter and where it should not; a default wherever something is compared with it.
    private bool Applies(string method) =>
        (method, Memory, Window) switch
        {
            (nameof(Read), MemoryKind.memory64, Window.above) => Setting
                is not (
                    Setting.noReservation
                    or Setting.noCopyOnWrite
                    or Setting.pooled
                    or Setting.keepsResident
                ),
            (nameof(Read), MemoryKind.memory64, Window.below) => Setting
                is Setting.byDefault
                    or Setting.staysPut,
            (nameof(Read), MemoryKind.memory32, Window.below) => Setting
                is Setting.byDefault
                    or Setting.noReservation
                    or Setting.noGuard
                    or Setting.noSpectre
                    or Setting.noSignals,
            (nameof(Instantiate), MemoryKind.memory64, Window.none) => Setting
                is not (
                    Setting.growthReservation
                    or Setting.staysPut
                    or Setting.noSpectre
                    or Setting.hugePages
                ),
            (nameof(InstantiateData), MemoryKind.memory64, Window.none) => Setting
                is Setting.byDefault
                    or Setting.noCopyOnWrite,
            (nameof(Reuse), MemoryKind.memory64, Window.none) => Setting
                is Setting.byDefault
                    or Setting.pooled
                    or Setting.keepsResident,
            (nameof(Grow), MemoryKind.memory64, Window.none) => Setting
                is Setting.byDefault
                    or Setting.reservation
                    or Setting.growthReservation,
            (nameof(FirstTouch), MemoryKind.memory64, Window.none) => Setting
                is Setting.byDefault
                    or Setting.reservation
                    or Setting.noSpectre
                    or Setting.hugePages,
            _ => false,
        };

    private Guest GuestOf(string method) =>
        method is nameof(Grow) or nameof(FirstTouch)
            ? AllocationTarget.GuestOf(Memory)
            : SettingTarget.GuestOf(Setting, Memory, Window, method == nameof(InstantiateData));

    private void Prepare(string method) =>
        _target = new SettingTarget(
            Setting,
            Memory,
            Window,
            method == nameof(InstantiateData),
            EngineUnderTest.Library
        );

    private void PrepareAllocation(ByteSize size) =>
        _allocation = new AllocationTarget(
            Memory,
            size,
            SettingConfiguration.Of(Setting),
            () => EngineUnderTest.Library
        );

    private void Finish(Action check) =>
        End(() =>
        {
            check();
            _target.Dispose();
        });

    private void Close(Action check)
    {
        Check(check);
        _allocation.Memory.Dispose();
    }
}
