using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Streams;

internal sealed class Page : PageWriter<Bandwidth>
{
    private const string Memory = nameof(Bandwidth.Memory),
        Window = nameof(Bandwidth.Window),
        Width = nameof(Bandwidth.Width),
        Read = nameof(Bandwidth.Read),
        Triad = nameof(Bandwidth.Triad);

    private static readonly int[] Widths = [8, 16];

    private static readonly string[] Loops =
    [
        Read,
        nameof(Bandwidth.Write),
        nameof(Bandwidth.Fill),
        nameof(Bandwidth.Copy),
        Triad,
    ];

    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(Bandwidth),
            Question =
                "How fast does a guest stream through arrays of at least four times the last-level cache (of 512 MiB at most; a row says where that is less), in words of 8 and of 16 bytes (SIMD)? Read, write, fill, copy and triad, with bytes counted as STREAM does",
            Note =
                "A token of a model reads all its weights, so what counts is how fast gigabytes stream through a guest. Read GB/s and the ratios against memory32: where the machine's memory is the limit, checks hide behind it, and where the loop is, words of 16 bytes pay.",
            Answers =
            [
                new(
                    2,
                    "Streams",
                    "reading an array that no cache holds, over memory32: {0} in words of 8 bytes, {1} in words of 16 (SIMD)",
                    [
                        Memories("streaming reads of 8 bytes", Read, 8),
                        Memories("streaming reads of 16 bytes (SIMD)", Read, 16),
                    ]
                ),
            ],
            Questions =
            [
                Memories("streaming reads of 8 bytes", Read, 8).AsMain().AcrossEngines(),
                Memories("streaming reads of 16 bytes (SIMD)", Read, 16).AsMain().AcrossEngines(),
                Memories("triad of 8 bytes", Triad, 8),
                Memories("triad of 16 bytes (SIMD)", Triad, 16),
                new(
                    "Words of 16 bytes (SIMD) against words of 8, memory64 streaming reads",
                    Cases(Read, (Memory, MemoryKind.memory64), (Width, 16)),
                    Cases(Read, (Memory, MemoryKind.memory64), (Width, 8))
                ),
            ],
            MainCases =
            [
                .. from memory in new[] { MemoryKind.memory64, MemoryKind.memory32 }
                from width in Widths
                select new MainCase(
                    $"Streaming read of 4 MiB in words of {width} bytes, {memory}",
                    Stream(Read, memory, width)
                ),
            ],
            CodeRows =
            [
                .. from loop in new[] { Read, nameof(Bandwidth.Copy), Triad }
                from width in Widths
                from memory in new[] { MemoryKind.memory64, MemoryKind.memory32 }
                select new CodeRow(
                    $"Streaming {loop.ToLowerInvariant()} in words of {width} bytes, {memory}",
                    Stream(loop, memory, width)
                ),
            ],
            Charts =
            [
                new()
                {
                    Name = "bandwidth-by-loop",
                    Title = "Streaming through memory below 4 GiB",
                    Shape = ChartShape.Bars,
                    CategoryTitle = "Loop, and bytes of a word (16 are SIMD)",
                    ValueTitle = "Throughput",
                    Value = ChartValue.Throughput,
                    Series =
                    [
                        .. Enum.GetValues<MemoryKind>()
                            .Select(memory => new SeriesPlan(
                                memory.ToString(),
                                [
                                    .. from loop in Loops
                                    from width in Widths
                                    select new PointPlan(
                                        $"{loop}\n{width}",
                                        Stream(loop, memory, width)
                                    ),
                                ]
                            )),
                    ],
                },
            ],
        };

    // Through arrays below 4 GiB, which begin at address 0.
    private static CasePattern Stream(string method, MemoryKind memory, int width) =>
        Cases(method, (Memory, memory), (Window, Shared.Window.below), (Width, width));

    private static Question Memories(string what, string method, int width) =>
        new(
            $"memory64 against memory32, {what}",
            Stream(method, MemoryKind.memory64, width),
            Stream(method, MemoryKind.memory32, width)
        );
}
