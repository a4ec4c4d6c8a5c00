using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Giants;

/// <summary>
/// What changes where a memory is larger than most machines' own: 32 to 256 GiB, of which a few pages are touched. Whoever maps a file or an
/// index of that size needs the addresses, not the memory.
/// </summary>
public class LargeMemory : Benchmark
{
    /// <summary>The metric of the address space that an instance takes.</summary>
    internal const string AddressBytes = "addressBytes";

    private LargeTarget _target = null!;

    /// <summary>The memory's size.</summary>
    [ParamsSource(nameof(Sizes))]
    public ByteSize Size { get; set; }

    /// <summary>The values of <see cref="Size"/>.</summary>
    public static IEnumerable<ByteSize> Sizes =>
        ((ulong[])[16, 32, 64, 128, 256]).Select(ByteSize.GiB);

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => LargeCases.All;

    /// <summary>An instance passes the assertion.</summary>
    [GlobalSetup(Target = nameof(Instantiate))]
    public void SetupInstantiate() => Prepare(LargeCases.GuestOf(Size), Size);

    /// <summary>An instance passes the assertion, and those of growth while it grows to the size.</summary>
    [GlobalSetup(Target = nameof(Seed))]
    public void SetupSeed()
    {
        Prepare(LargeCases.Empty, new(0));
        _target.CheckGrowth(Size);
    }

    /// <summary>The system's memory is written and read at both ends.</summary>
    [GlobalSetup(Target = nameof(SystemCalls))]
    public void SetupSystemCalls() => BareMemory.Check(Size);

    /// <summary>An empty memory.</summary>
    [IterationSetup(Target = nameof(Seed))]
    public void OpenEmpty() => _target.Open();

    /// <summary>The guest defines its memory: a store, an instance, both deleted.</summary>
    [Benchmark]
    public void Instantiate() => _target.Instantiate();

    /// <summary>Grows an empty memory to the size, writes its first byte and its last, and reads both.</summary>
    [Benchmark]
    public void Seed() => _target.Seed(Size);

    /// <summary>The system calls that any such memory needs, without an engine.</summary>
    [Benchmark]
    public void SystemCalls() => BareMemory.AllocateAndFree(Size);

    /// <summary>Both bytes are where the host expects them.</summary>
    [IterationCleanup(Target = nameof(Seed))]
    public void CloseSeeded()
    {
        _target.CheckSeeded(Size);
        _target.Close();
    }

    /// <summary>An instance made after the measurement still passes the assertion.</summary>
    [GlobalCleanup(Targets = [nameof(Instantiate), nameof(Seed)])]
    public void Cleanup() => End(_target.Check, _target);

    /// <summary>The system still gives such memory.</summary>
    [GlobalCleanup(Target = nameof(SystemCalls))]
    public void CleanupSystemCalls() => BareMemory.Check(Size);

    private void Prepare(Guest guest, ByteSize size)
    {
        _target = new LargeTarget(guest, size, Engine());
        _target.Check();
        Note(() => [(AddressBytes, _target.AddressBytesOf(Size))]);
    }
}
