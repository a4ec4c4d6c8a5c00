using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Host;

/// <summary>
/// What it costs the host to read and write a guest's memory, word by word and in blocks. Each word is located and checked; a
/// block is checked once, so it should cost what native code pays to copy it.
/// </summary>
/// <remarks>
/// Blocks come one after the other from a <see cref="LargeSet"/> or more, as weights do. A copy counts its bytes twice, read
/// and written.
/// </remarks>
public class HostAccess : Benchmark
{
    private HostWords _words = null!;
    private HostCopies _copies = null!;
    private ulong _sum;

    /// <summary>What is accessed.</summary>
    [ParamsAllValues]
    public MemoryKind Memory { get; set; }

    /// <summary>Where.</summary>
    [Params(Window.below, Window.above)]
    public Window Window { get; set; }

    /// <summary>How much one access or copy is.</summary>
    [ParamsSource(nameof(Sizes))]
    public ByteSize Size { get; set; }

    /// <summary>The values of <see cref="Size"/>.</summary>
    public static IEnumerable<ByteSize> Sizes =>
        [new(sizeof(ulong)), ByteSize.KiB(64), ByteSize.MiB(1), ByteSize.MB(200)];

    private ulong Address => ByteSize.GiB(Window == Window.above ? 6UL : 1UL).Bytes;

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => HostCases.All;

    /// <summary>Creates the memory with its assertion, and a pattern in it.</summary>
    [GlobalSetup(Targets = [nameof(Read), nameof(Write)])]
    public void SetupWords() => _words = new HostWords(Memory, Address, GuestEngine);

    /// <summary>Creates the memory with its assertion, a pattern in it, and as many bytes of the host.</summary>
    [GlobalSetup(Targets = [nameof(CopyIn), nameof(CopyOut)])]
    public void SetupCopies() =>
        _copies = new HostCopies(Memory, Address, Size.Bytes, LargeSet.BlocksOf(Size), GuestEngine);

    /// <summary>The host reads words, each located and checked by the binding.</summary>
    [Benchmark(OperationsPerInvoke = HostWords.Count)]
    public void Read() => _sum = _words.Read();

    /// <summary>The host writes words likewise.</summary>
    [Benchmark(OperationsPerInvoke = HostWords.Count)]
    public void Write() => _words.Write();

    /// <summary>The host copies a block into the guest's memory.</summary>
    [Benchmark]
    public void CopyIn() => _copies.CopyIn();

    /// <summary>The host copies a block out of the guest's memory.</summary>
    [Benchmark]
    public void CopyOut() => _copies.CopyOut();

    /// <summary>The sum is that of the words.</summary>
    [GlobalCleanup(Target = nameof(Read))]
    public void CleanupRead() => End(() => _words.CheckRead(_sum), _words);

    /// <summary>Every word is as it should be for host and guest.</summary>
    [GlobalCleanup(Target = nameof(Write))]
    public void CleanupWrite() => End(_words.CheckWritten, _words);

    /// <summary>Every word of the target is as it should be for host and guest.</summary>
    [GlobalCleanup(Target = nameof(CopyIn))]
    public void CleanupCopyIn() => End(_copies.CheckCopiedIn, _copies);

    /// <summary>Every word of the host is as it should be, and the guest's memory is as it was.</summary>
    [GlobalCleanup(Target = nameof(CopyOut))]
    public void CleanupCopyOut() => End(_copies.CheckCopiedOut, _copies);
}
