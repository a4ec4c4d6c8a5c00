using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Concurrency;

/// <summary>
/// What an instance costs where several threads create and drop them at the same time, as a server does: the address space has one lock
/// for all threads of a process, and an engine's pool may have one, too.
/// </summary>
public class ParallelInstantiation : Benchmark
{
    /// <summary>Instances that each thread makes in one invocation: enough that the threads' meeting counts little.</summary>
    internal const int Each = 64;

    private ParallelTarget _target = null!;

    /// <summary>What is created: instances of memory64, or bare memories of the system.</summary>
    [Params(MemoryKind.memory64, MemoryKind.native)]
    public MemoryKind Memory { get; set; }

    /// <summary>How many create at the same time.</summary>
    [Params(1, 2, 4, 8)]
    public int Threads { get; set; }

    /// <summary>The size of each memory.</summary>
    [ParamsSource(nameof(Sizes))]
    public ByteSize Size { get; set; }

    /// <summary>How the engine allocates it; doesn't apply to bare memories.</summary>
    [ParamsAllValues]
    public Allocator Allocator { get; set; }

    /// <summary>KiB of each memory that are written before it is dropped: a byte a page.</summary>
    [Params(0, 1024)]
    public int TouchedKiB { get; set; }

    /// <summary>The values of <see cref="Size"/>.</summary>
    public static IEnumerable<ByteSize> Sizes => [ByteSize.KiB(64), ByteSize.GiB(8)];

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => ParallelCases.All;

    /// <inheritdoc/>
    public override bool IsOnOneThread => false;

    /// <summary>A memory passes the assertion; the threads wait.</summary>
    [GlobalSetup]
    public void Setup() =>
        _target = new ParallelTarget(
            Threads,
            Size,
            ByteSize.KiB((ulong)TouchedKiB),
            Memory == MemoryKind.native ? null : DefinedMemory.SettingsOf(Allocator),
            Engine,
            IsSide
        );

    /// <summary>All threads create and drop instances.</summary>
    [Benchmark]
    public void Create() => _target.Create();

    /// <summary>Each thread made as many as it should; an instance made now passes the assertion.</summary>
    [GlobalCleanup]
    public void Cleanup() => End(() => _target.Check(Threads), _target);
}
