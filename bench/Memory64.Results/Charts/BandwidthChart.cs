using Memory64.Results.Highlights;
using Memory64.Results.Units;

namespace Memory64.Results.Charts;

/// <summary>How fast the loops of STREAM go through a memory, in words of 8 and of 16 bytes, for one engine.</summary>
internal static class BandwidthChart
{
    private static readonly string[] Methods = ["Read", "Write", "Fill", "Copy", "Triad"],
        Widths = ["8", "16"],
        Memories = ["memory64", "memory32", "native"];

    public static Chart Of(ChartEngine engine) =>
        new()
        {
            Name = "bandwidth-by-loop",
            Title = $"Streaming through memory below 4 GiB, Wasmtime {engine.Id}",
            Whiskers = ChartText.SpreadWhiskers,
            Shape = ChartShape.Bars,
            CategoryTitle = "Loop, and bytes of a word (16 are SIMD)",
            ValueTitle = "Throughput",
            Scale = Scale.Throughput,
            Categories =
            [
                .. from method in Methods from width in Widths select Category(method, width),
            ],
            Series =
            [
                .. from memory in Memories
                select new ChartSeries(
                    memory,
                    [
                        .. from method in Methods
                        from width in Widths
                        from result in new CaseSelection(
                            memory,
                            KnownCases.Bandwidth,
                            KnownCases.Stream(method, memory, width)
                        ).In(engine.Results)
                        where result.Case.Bytes > 0
                        select ChartPoint.OfThroughput(
                            Category(method, width),
                            result.Summary!,
                            result.Case.Bytes
                        ),
                    ]
                ),
            ],
        };

    private static string Category(string method, string width) => $"{method}\n{width}";
}
