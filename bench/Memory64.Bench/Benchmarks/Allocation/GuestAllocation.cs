using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Allocation;

/// <summary>
/// What it costs a guest to get 1 to 6 GiB: the growth alone, the growth that must relocate what is there, and the first
/// write to every page, which is what an allocation costs in the end.
/// </summary>
public class GuestAllocation : Benchmark
{
    private static readonly ByteSize None = new(0);

    // More than both sides of a duel get to.
    private static readonly ByteSize MostInDuel = ByteSize.GiB(1);

    private AllocationTarget _target = null!;
    private WrittenParts _parts = null!;

    /// <summary>What is allocated from.</summary>
    [ParamsAllValues]
    public MemoryKind Memory { get; set; }

    /// <summary>How much; where the memory is relocated, how much it holds already.</summary>
    [ParamsSource(nameof(Sizes))]
    public ByteSize Size { get; set; }

    /// <summary>The values of <see cref="Size"/>.</summary>
    public static IEnumerable<ByteSize> Sizes =>
        Enumerable.Range(1, 6).Select(count => ByteSize.GiB((ulong)count));

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => AllocationCases.All;

    /// <inheritdoc/>
    public override int Slices => (int)new WrittenParts(Size).Count;

    /// <inheritdoc/>
    public override bool RepeatsSlices => false;

    /// <summary>The engine with its defaults; an instance passes the assertions while it grows to the size.</summary>
    [GlobalSetup(Targets = [nameof(Seed), nameof(ZeroFill), nameof(FirstTouch)])]
    public void Setup() => Prepare(nameof(Seed));

    /// <summary>The engine with address space reserved for every growth; an instance passes the assertions while it grows to the size.</summary>
    [GlobalSetup(Target = nameof(GrowReserved))]
    public void SetupReserved() => Prepare(nameof(GrowReserved));

    /// <summary>The engine with no address space reserved; an instance passes the assertions while it grows to the size.</summary>
    [GlobalSetup(Target = nameof(GrowRelocating))]
    public void SetupRelocating() => Prepare(nameof(GrowRelocating));

    /// <summary>An empty memory.</summary>
    [IterationSetup(Targets = [nameof(Seed), nameof(GrowReserved)])]
    public void OpenEmpty() => _target.Open(AllocationCases.Reserved, None);

    /// <summary>A memory of the size, none of it touched.</summary>
    [IterationSetup(Targets = [nameof(ZeroFill), nameof(FirstTouch)])]
    public void OpenGrown()
    {
        _target.Open(AllocationCases.Reserved, Size);
        _parts = new(Size);
        BackPages(IsSide ? MostInDuel.Bytes : Size.Bytes);
    }

    /// <summary>A memory of the size, every page touched, no address space left.</summary>
    [IterationSetup(Target = nameof(GrowRelocating))]
    public void OpenFull()
    {
        _target.Open(None, Size);
        _ = _target.Memory.Touch(0, Size.Bytes, AllocationTarget.Step);
        BackPages(Size.Bytes);
    }

    /// <summary>The seed's test: grow, write the first byte (42) and the last (99), read both.</summary>
    [Benchmark]
    public void Seed() => _ = _target.Memory.Seed(Size.Bytes);

    /// <summary>Grows inside address space that is reserved.</summary>
    [Benchmark]
    public void GrowReserved() => _ = _target.Memory.Grow(Size.Bytes);

    /// <summary>Grows by one page of 64 KiB, for which everything must be relocated.</summary>
    [Benchmark]
    public void GrowRelocating() => _ = _target.Memory.Grow(MemoryType.PageBytes);

    /// <summary>Fills with zeros what was never touched.</summary>
    [Benchmark]
    public void ZeroFill() => _ = _target.Memory.ZeroFill(0, Size.Bytes);

    /// <summary>A part of it.</summary>
    [SliceOf(nameof(ZeroFill))]
    public void FillPart() => _ = _target.Memory.ZeroFill(_parts.Take(), WrittenParts.PartBytes);

    /// <summary>Writes one byte to every page of the machine.</summary>
    [Benchmark]
    public void FirstTouch() => _ = _target.Memory.Touch(0, Size.Bytes, AllocationTarget.Step);

    /// <summary>A part of it.</summary>
    [SliceOf(nameof(FirstTouch))]
    public void TouchPart() =>
        _ = _target.Memory.Touch(_parts.Take(), WrittenParts.PartBytes, AllocationTarget.Step);

    /// <summary>Both bytes are where the host expects them.</summary>
    [IterationCleanup(Target = nameof(Seed))]
    public void CloseSeed() => End(() => _target.CheckSeeded(Size), _target.Memory);

    /// <summary>The memory has grown, and lies where it lay.</summary>
    [IterationCleanup(Target = nameof(GrowReserved))]
    public void CloseReserved() =>
        End(() => _target.CheckPlace(Size.Bytes, moved: false), _target.Memory);

    /// <summary>The memory has grown, lies somewhere else, and holds what it held.</summary>
    [IterationCleanup(Target = nameof(GrowRelocating))]
    public void CloseRelocated() =>
        End(
            () =>
            {
                _target.CheckPlace(Size.Bytes + MemoryType.PageBytes, moved: true);
                _target.CheckTouched(0, Size.Bytes);
            },
            _target.Memory
        );

    /// <summary>Every page is the memory's own now.</summary>
    [IterationCleanup(Target = nameof(ZeroFill))]
    public void CloseFilled() =>
        End(() => AllocationTarget.CheckResident(_parts.Bytes), _target.Memory);

    /// <summary>Every page is the memory's own now, and each holds its byte.</summary>
    [IterationCleanup(Target = nameof(FirstTouch))]
    public void CloseTouched() =>
        End(
            () =>
            {
                AllocationTarget.CheckResident(_parts.Bytes);
                foreach (var (address, bytes) in _parts.All)
                {
                    _target.CheckTouched(address, bytes);
                }
            },
            _target.Memory
        );

    /// <summary>Deletes the engine.</summary>
    [GlobalCleanup]
    public void Cleanup() => _target.Dispose();

    private void Prepare(string method) =>
        _target = new AllocationTarget(
            Memory,
            Size,
            AllocationCases.SettingsOf(method),
            GuestEngine
        );
}
