using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Benchmarks.Streams;

/// <summary>
/// How fast a guest streams through gigabytes, which is what a model or an index does to its memory: the loops of STREAM, in
/// words of 8 bytes and of 16 (SIMD), through arrays of at least four times the last-level cache. Read GB/s, and the ratio to
/// memory32: where the machine's memory is the limit, bounds checks hide behind it; where they don't, the loop is bound by its
/// instructions, and wider words pay.
/// </summary>
/// <remarks>Bytes are counted as STREAM does: copy reads and writes, triad reads twice and writes.</remarks>
public class Bandwidth : Benchmark
{
    private StreamTarget _target = null!;

    /// <summary>What is streamed through.</summary>
    [ParamsAllValues]
    public MemoryKind Memory { get; set; }

    /// <summary>Where the arrays lie, taken together; below begins at address 0.</summary>
    [Params(Window.below, Window.across, Window.above)]
    public Window Window { get; set; }

    /// <summary>Bytes of a word.</summary>
    [Params(8, 16)]
    public int Width { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => StreamCases.All;

    /// <inheritdoc/>
    public override int Slices => IsSide ? StreamTarget.PartsOfSlice : 1;

    /// <summary>Creates the memory with its assertion, and one array; sides of a duel read the same one.</summary>
    [GlobalSetup(Target = nameof(Read))]
    public void SetupRead() =>
        Prepare(nameof(Read), isShared: SharesProcess && SharedArray.IsSupported);

    /// <summary>Creates the memory with its assertion, and an array of its own, which is written.</summary>
    [GlobalSetup(Targets = [nameof(Write), nameof(Fill)])]
    public void SetupOne() => Prepare(nameof(Write));

    /// <summary>Creates the memory with its assertion, and two arrays.</summary>
    [GlobalSetup(Target = nameof(Copy))]
    public void SetupTwo() => Prepare(nameof(Copy));

    /// <summary>Creates the memory with its assertion, and three arrays.</summary>
    [GlobalSetup(Target = nameof(Triad))]
    public void SetupThree() => Prepare(nameof(Triad));

    /// <summary>Adds up what an array holds.</summary>
    [Benchmark]
    [SliceOf(nameof(Read))]
    public void Read() => _target.Read();

    /// <summary>Writes to an array what changes from word to word.</summary>
    [Benchmark]
    [SliceOf(nameof(Write))]
    public void Write() => _target.Write();

    /// <summary>Writes one value to an array.</summary>
    [Benchmark]
    [SliceOf(nameof(Fill))]
    public void Fill() => _target.Fill();

    /// <summary>Copies an array word by word.</summary>
    [Benchmark]
    [SliceOf(nameof(Copy))]
    public void Copy() => _target.Copy();

    /// <summary>a = b + 3 c, in doubles.</summary>
    [Benchmark]
    [SliceOf(nameof(Triad))]
    public void Triad() => _target.Triad();

    /// <summary>The sums are those that the host finds.</summary>
    [GlobalCleanup(Target = nameof(Read))]
    public void CleanupRead() => End(_target.CheckRead, _target);

    /// <summary>Every word is as it should be for host and guest.</summary>
    [GlobalCleanup(Target = nameof(Write))]
    public void CleanupWrite() => End(_target.CheckWritten, _target);

    /// <summary>Every word is the one that the array was filled with, for host and guest.</summary>
    [GlobalCleanup(Target = nameof(Fill))]
    public void CleanupFill() => End(_target.CheckFilled, _target);

    /// <summary>Every word of the target is that of the source, for host and guest.</summary>
    [GlobalCleanup(Target = nameof(Copy))]
    public void CleanupCopy() => End(_target.CheckCopied, _target);

    /// <summary>Every word of the target is what the two others make, for host and guest.</summary>
    [GlobalCleanup(Target = nameof(Triad))]
    public void CleanupTriad() => End(_target.CheckCombined, _target);

    private void Prepare(string method, bool isShared = false) =>
        _target = new StreamTarget(
            Memory,
            Width,
            StreamCases.ArraysOf(method),
            LargeSet.Size.Bytes,
            Window,
            Slices,
            isShared,
            GuestEngine
        );
}
