using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Shared;

/// <summary>The stream kernels: three kinds of memory, two widths, one meaning, on every engine.</summary>
public sealed unsafe class StreamKernelsTests
{
    private const ulong Bytes = 4096;
    private const ulong Line = 0x1_0000_0000;

    public static MatrixTheoryData<MemoryKind, int> All { get; } =
        new([MemoryKind.memory64, MemoryKind.memory32, MemoryKind.native], [8, 16]);

    public static MatrixTheoryData<string, MemoryKind> Engines { get; } =
        new(
            EnginesAtHand.Names.Select(row => row.Data),
            [MemoryKind.memory64, MemoryKind.memory32]
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Read_sums_the_words(MemoryKind kind, int width)
    {
        using var memory = Create(kind);
        var kernels = StreamKernels.Of(memory, width);
        foreach (var window in Windows(kind))
        {
            memory.WritePattern(window, Bytes);
            var sum = 0UL;
            for (var word = window; word < window + Bytes; word += 8)
            {
                sum = unchecked(sum + Pattern.At(word));
            }

            Assert.Equal(sum, kernels.Read(window, Bytes));
            Assert.Equal(0UL, kernels.Read(window, 0));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Write_leaves_where_eight_words_begin(MemoryKind kind, int width)
    {
        using var memory = Create(kind);
        var kernels = StreamKernels.Of(memory, width);
        foreach (var window in Windows(kind))
        {
            memory.WritePattern(window - 64, Bytes + 128);
            Assert.Equal(Bytes / (ulong)width, kernels.Write(window, Bytes));

            var group = 8 * (ulong)width;
            memory.Check("word", window, Bytes, word => word - ((word - window) % group));
            CheckAround(memory, window);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Fill_leaves_its_value(MemoryKind kind, int width)
    {
        const ulong value = 0xFEDC_BA98_7654_3210;
        using var memory = Create(kind);
        var kernels = StreamKernels.Of(memory, width);
        foreach (var window in Windows(kind))
        {
            memory.WritePattern(window - 64, Bytes + 128);
            Assert.Equal(Bytes / (ulong)width, kernels.Fill(window, Bytes, value));
            memory.Check("word", window, Bytes, _ => value);
            CheckAround(memory, window);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Copy_leaves_the_source_in_the_target(MemoryKind kind, int width)
    {
        using var memory = Create(kind);
        var kernels = StreamKernels.Of(memory, width);
        var windows = Windows(kind);
        foreach (var (target, source) in windows.Zip(windows.Reverse()))
        {
            memory.WritePattern(source, Bytes);
            memory.WritePattern(target - 64, Bytes + 128);
            Assert.Equal(Bytes / (ulong)width, kernels.Copy(target, source, Bytes));
            memory.CheckPattern("copied", source, target, Bytes);
            memory.CheckPattern("source", source, source, Bytes);
            CheckAround(memory, target);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Triad_combines_two_arrays_in_a_third(MemoryKind kind, int width)
    {
        const ulong apart = Bytes + 64;
        using var memory = Create(kind);
        var kernels = StreamKernels.Of(memory, width);
        foreach (var window in Windows(kind))
        {
            // Values that no rounding touches, so that nobody's multiply-add could differ.
            memory.WritePattern(window - 64, Bytes + 128);
            WriteDoubles(memory, window + apart, i => 1000.5 + i);
            WriteDoubles(memory, window + (2 * apart), i => -0.25 * i);

            Assert.Equal(Bytes / (ulong)width, kernels.Triad(window, apart, Bytes));

            memory.Check(
                "a",
                window,
                Bytes,
                word => BitConverter.DoubleToUInt64Bits(1000.5 + (0.25 * ((word - window) / 8)))
            );
            CheckAround(memory, window);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_engine_gives_what_native_code_gives(string engine, MemoryKind kind)
    {
        using var memory = new KernelMemory(kind, "stream", () => EnginesAtHand.Engine(engine));
        using var native = Create(MemoryKind.native);
        foreach (var width in (int[])[8, 16])
        {
            foreach (var window in Windows(kind))
            {
                var results = new[] { memory, native }
                    .Select(side => Run(side, StreamKernels.Of(side, width), window))
                    .ToArray();
                Assert.Equal(results[1], results[0]);
            }
        }
    }

    [Fact]
    public void Another_width_is_refused()
    {
        using var memory = Create(MemoryKind.native);
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() =>
            StreamKernels.Of(memory, 4)
        );
        Assert.Equal("width", exception.ParamName);
    }

    private static KernelMemory Create(MemoryKind kind) =>
        new(kind, "stream", () => EnginesAtHand.DefaultEngine);

    // Every kernel after the other, each on what the one before has left; and the sum after each.
    private static List<ulong> Run(KernelMemory memory, StreamKernels kernels, ulong window)
    {
        var sums = new List<ulong>();
        memory.WritePattern(window, 3 * Bytes);
        sums.Add(kernels.Write(window, Bytes));
        sums.Add(kernels.Read(window, 3 * Bytes));
        sums.Add(kernels.Copy(window + Bytes, window, Bytes));
        sums.Add(kernels.Read(window, 3 * Bytes));
        sums.Add(kernels.Fill(window + (2 * Bytes), Bytes, BitConverter.DoubleToUInt64Bits(1.5)));
        sums.Add(kernels.Read(window, 3 * Bytes));
        sums.Add(kernels.Triad(window, Bytes, Bytes));
        sums.Add(kernels.Read(window, 3 * Bytes));
        return sums;
    }

    private static void WriteDoubles(KernelMemory memory, ulong address, Func<int, double> value)
    {
        var words = (double*)memory.Locate(address, Bytes);
        for (var i = 0; i < (int)Bytes / sizeof(double); i++)
        {
            words[i] = value(i);
        }
    }

    private static void CheckAround(KernelMemory memory, ulong window)
    {
        memory.CheckPattern("before", window - 64, window - 64, 64);
        memory.CheckPattern("after", window + Bytes, window + Bytes, 64);
    }

    // Below, across and above the line; a full memory32 ends there.
    private static ulong[] Windows(MemoryKind kind) =>
        kind == MemoryKind.memory32
            ? [Bytes, Line / 2]
            : [Bytes, Line - (Bytes / 2), Line + (2 * Bytes), Line * 3 / 2];
}
