using BenchmarkDotNet.Attributes;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measuring;
using Memory64.Results.Units;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks;

/// <summary>
/// What it costs to get data from the host to a guest: word by word, in blocks, or by the bridge, where a memory32 guest asks
/// the host for a block of what it can't hold, and reads the copy. Direct is the alternative, the same bytes read in place in
/// one memory64; ÷ direct is what a bridge costs.
/// </summary>
/// <remarks>
/// Blocks come one after the other from a <see cref="LargeSet"/> or more, as weights do. A copy counts its bytes twice, read
/// and written; a sum counts those of the block, whether it was fetched before or not.
/// </remarks>
public class HostAccess : Benchmark
{
    private static readonly ByteSize Word = new(sizeof(ulong));
    private static readonly ByteSize Largest = ByteSize.MB(200);

    private HostWords _words = null!;
    private HostCopies _copies = null!;
    private BlockSums _sums = null!;
    private ulong _sum;

    /// <summary>What is accessed.</summary>
    [ParamsAllValues]
    public MemoryKind Memory { get; set; }

    /// <summary>Where; a bridge copies to a place below.</summary>
    [Params(Window.none, Window.below, Window.above)]
    public Window Window { get; set; }

    /// <summary>Bytes of a word that is summed; 0 where nothing is.</summary>
    [Params(0, 8, 16)]
    public int Width { get; set; }

    /// <summary>How much one access, copy or sum is.</summary>
    [ParamsSource(nameof(Sizes))]
    public ByteSize Size { get; set; }

    /// <summary>The values of <see cref="Size"/>.</summary>
    public static IEnumerable<ByteSize> Sizes =>
        [Word, ByteSize.KiB(64), ByteSize.MiB(1), ByteSize.MiB(16), Largest];

    private ulong Address => ByteSize.GiB(Window == Window.above ? 6UL : 1UL).Bytes;

    private ulong Blocks => ((LargeSet.Size.Bytes - 1) / Size.Bytes) + 1;

    /// <inheritdoc/>
    public override CaseDescription? Describe(string method)
    {
        var words = method is nameof(Read) or nameof(Write);
        var copies = method is nameof(CopyIn) or nameof(CopyOut);
        var bridges = method == nameof(Bridge);
        var placed = Window switch
        {
            Window.none => bridges && Memory != MemoryKind.memory64,
            Window.above => !bridges && Memory == MemoryKind.memory64,
            _ => !bridges && (words || Memory != MemoryKind.memory64),
        };
        if (
            !placed
            || words != (Size == Word)
            || (words || copies) != (Width == 0)
            || (copies && Size == ByteSize.MiB(16))
        )
        {
            return null;
        }

        return new CaseDescription
        {
            Profile = Profile.Full,
            Sampling =
                Size == Largest ? Sampling.Once(warmups: 1, iterations: 5) : Sampling.Repeated,
            Unit = words ? TimeUnit.Nanosecond : TimeUnit.Microsecond,
            Operations = words ? HostWords.Count : 1,
            Bytes = (long)Size.Bytes * (copies ? 2 : 1),
            Guest =
                Memory == MemoryKind.native ? null
                : words ? HostWords.GuestOf(Memory)
                : copies ? HostCopies.GuestOf(Memory)
                : BlockSums.GuestOf(Memory),
            ResidentBytes =
                words ? 0
                : copies ? 2 * Blocks * Size.Bytes
                : (Blocks + (bridges ? 1UL : 0UL)) * Size.Bytes,
            Controls = [.. Controls(bridges)],
        };
    }

    /// <summary>Creates the memory with its assertion, and a pattern in it.</summary>
    [GlobalSetup(Targets = [nameof(Read), nameof(Write)])]
    public void SetupWords() => Begin(() => _words = new HostWords(Memory, Address, Library));

    /// <summary>Likewise, and as many bytes of the host.</summary>
    [GlobalSetup(Targets = [nameof(CopyIn), nameof(CopyOut)])]
    public void SetupCopies() =>
        Begin(() => _copies = new HostCopies(Memory, Address, Size.Bytes, Blocks, Library));

    /// <summary>Creates the memory with its assertion, and the blocks in the host's.</summary>
    [GlobalSetup(Target = nameof(Bridge))]
    public void SetupBridge() => Begin(() => PrepareSums(bridged: true));

    /// <summary>Creates the memory with its assertion, and the blocks in it.</summary>
    [GlobalSetup(Target = nameof(Direct))]
    public void SetupDirect() => Begin(() => PrepareSums(bridged: false));

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

    /// <summary>The guest asks the host for a block, which copies it, and sums the copy.</summary>
    [Benchmark]
    public void Bridge() => _sums.Sum();

    /// <summary>The guest sums a block where it lies.</summary>
    [Benchmark]
    public void Direct() => _sums.Sum();

    /// <summary>The sum is that of the words.</summary>
    [GlobalCleanup(Target = nameof(Read))]
    public void CleanupRead() => Finish(() => _words.CheckRead(_sum), _words);

    /// <summary>Every word is as it should be for host and guest.</summary>
    [GlobalCleanup(Target = nameof(Write))]
    public void CleanupWrite() => Finish(_words.CheckWritten, _words);

    /// <summary>Likewise.</summary>
    [GlobalCleanup(Target = nameof(CopyIn))]
    public void CleanupCopyIn() => Finish(_copies.CheckCopiedIn, _copies);

    /// <summary>Likewise.</summary>
    [GlobalCleanup(Target = nameof(CopyOut))]
    public void CleanupCopyOut() => Finish(_copies.CheckCopiedOut, _copies);

    /// <summary>The sums are those of the blocks, each of which was fetched if it had to be.</summary>
    [GlobalCleanup(Targets = [nameof(Bridge), nameof(Direct)])]
    public void CleanupSums() => Finish(_sums.Check, _sums);

    private static WasmtimeLibrary Library() => EngineUnderTest.Library;

    private IEnumerable<Control> Controls(bool bridges)
    {
        (string, object) above = (nameof(Window), Window.above);
        (string, object) below = (nameof(Window), Window.below);
        (string, object) memory64 = (nameof(Memory), MemoryKind.memory64);
        (string, object) memory32 = (nameof(Memory), MemoryKind.memory32);
        (string, object) native = (nameof(Memory), MemoryKind.native);
        if (bridges)
        {
            yield return Memory == MemoryKind.memory32
                ? new("direct", memory64, above) { Method = nameof(Direct) }
                : new("direct", below) { Method = nameof(Direct) };
        }

        if (Memory == MemoryKind.memory64)
        {
            yield return new("memory32", memory32, below);
        }

        if (Memory != MemoryKind.native)
        {
            yield return bridges ? new("native", native) : new("native", native, below);
        }
    }

    private void PrepareSums(bool bridged) =>
        _sums = new BlockSums(Memory, Width, bridged, Address, Size.Bytes, Blocks, Library);

    private void Finish(Action check, IDisposable target) =>
        End(() =>
        {
            check();
            target.Dispose();
        });
}
