using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Guests.V8;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Collection;

/// <summary>
/// What V8 takes for an instance with a fresh memory that nobody keeps. It gives memories back when it collects garbage, and creating
/// 4 GiB or more makes it do that each time: so the price is the collector's, and nothing that an engine without one has.
/// </summary>
public class CollectedMemory : Benchmark
{
    private V8Engine _engine = null!;

    /// <summary>What is created.</summary>
    [Params(MemoryKind.memory64, MemoryKind.memory32)]
    public MemoryKind Memory { get; set; }

    /// <summary>Its initial size; 4 GiB is the largest that memory32 has.</summary>
    [ParamsSource(nameof(Sizes))]
    public ByteSize Size { get; set; }

    /// <summary>The values of <see cref="Size"/>.</summary>
    public static IEnumerable<ByteSize> Sizes =>
        [ByteSize.KiB(64), ByteSize.FourGiB, ByteSize.GiB(8), ByteSize.GiB(16)];

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => CollectionCases.All;

    /// <inheritdoc/>
    public override bool RepeatsCalls => true;

    /// <summary>An instance passes the assertion, and is dropped.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _engine = (V8Engine)GuestEngine();
        using var guest = GuestEngine().Open(Guest);
        MemoryAssertion.Check(guest, DefinedMemory.TypeOf(Memory, Size));
    }

    /// <summary>An instance, of which nobody keeps anything.</summary>
    [Benchmark]
    public void Create() => _engine.Create(Guest);

    private Guest Guest => DefinedMemory.GuestOf(Memory, Size);
}
