using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>
/// What an access costs that nothing can hurry, as in a tree, a graph or a hash table. In the first-level cache it shows what
/// a bounds check adds to each step; out of all caches the memory takes so long that memory64, memory32 and native code should
/// be close to each other.
/// </summary>
public class Latency : Benchmark
{
    /// <summary>Accesses of an invocation.</summary>
    internal const int Steps = 8_192;

    /// <summary>Slots with a stride between them.</summary>
    internal const int StridedSlots = 512;

    private const ulong CacheLine = 64;

    private ChaseTarget _chase = null!;
    private UpdateTarget _table = null!;

    /// <summary>What is accessed.</summary>
    [ParamsAllValues]
    public MemoryKind Memory { get; set; }

    /// <summary>Where the accesses lie.</summary>
    [Params(Window.below, Window.above)]
    public Window Window { get; set; }

    /// <summary>How much is accessed at random.</summary>
    [ParamsAllValues]
    public DataSet Set { get; set; }

    /// <summary>KiB from one slot to the next where the order isn't random; 0 where it is.</summary>
    [Params(0, 4, 64, 1024, 4096)]
    public int StrideKiB { get; set; }

    private ulong Address => Window == Window.above ? ByteSize.GiB(6).Bytes : ByteSize.GiB(1).Bytes;

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => ChainCases.All;

    private ByteSize SetSize => ChainCases.SizeOf(Set);

    /// <summary>Out of the caches a second call from the same slot would find what the first has fetched.</summary>
    public override bool RepeatsCalls => Set != DataSet.uncached;

    /// <summary>Creates the memory with its assertion, a slot in every cache line of the set, in a random cycle.</summary>
    [GlobalSetup(Target = nameof(Chase))]
    public void SetupChase() =>
        PrepareChase(PointerCycle.Random((int)(SetSize.Bytes / CacheLine)), CacheLine);

    /// <summary>Creates the memory with its assertion, one slot every stride, in ascending order.</summary>
    [GlobalSetup(Target = nameof(Stride))]
    public void SetupStride() =>
        PrepareChase(PointerCycle.Ascending(StridedSlots), ByteSize.KiB((ulong)StrideKiB).Bytes);

    /// <summary>Creates the memory with its assertion, and a table with patterns.</summary>
    [GlobalSetup(Target = nameof(Update))]
    public void SetupUpdate() =>
        _table = new UpdateTarget(Memory, Address, SetSize.Bytes, GuestEngine);

    /// <summary>Goes from slot to slot: each load needs the address that the one before has loaded.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public void Chase() => _chase.Chase(Steps);

    /// <summary>Goes through 512 slots with a stride between them: each load needs the address that the one before has loaded.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public void Stride() => _chase.Chase(Steps);

    /// <summary>GUPS-like: XORs random words of the table, whose addresses don't wait for each other.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public void Update() => _table.Update(Steps, Times);

    /// <summary>The chase has arrived where as many steps lead.</summary>
    [GlobalCleanup(Targets = [nameof(Chase), nameof(Stride)])]
    public void CleanupChase() => End(_chase.CheckChased, _chase);

    /// <summary>The same updates by the host restore the table.</summary>
    [GlobalCleanup(Target = nameof(Update))]
    public void CleanupUpdate() => End(_table.CheckUpdated, _table);

    private void PrepareChase(PointerCycle cycle, ulong slotBytes) =>
        _chase = new ChaseTarget(Memory, cycle, Address, slotBytes, GuestEngine);
}
