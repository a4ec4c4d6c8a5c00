namespace Memory64.Results.Highlights;

/// <summary>How fast guests stream, fill, copy and chase.</summary>
internal static class KernelQuestions
{
    public static IReadOnlyList<Question> All { get; } =
    [
        Streams("memory64 against memory32, streaming reads of 8 bytes", "Read", "8").AsMain(),
        Streams("memory64 against memory32, streaming reads of 16 bytes (SIMD)", "Read", "16")
            .AsMain(),
        Streams("memory64 against memory32, triad of 8 bytes", "Triad", "8"),
        Streams("memory64 against memory32, triad of 16 bytes (SIMD)", "Triad", "16"),
        new(
            "Words of 16 bytes (SIMD) against words of 8, memory64 streaming reads",
            KnownCases.Bandwidth,
            new("Read", [new("Memory", "memory64"), new("Width", "16")]),
            new("Read", [new("Memory", "memory64"), new("Width", "8")])
        ),
        Blocks("memory64 against native, memory.fill of 256 MiB", "Fill", "256MiB"),
        Blocks("memory64 against native, memory.copy of 256 MiB", "Copy", "256MiB").AsMain(),
        Blocks("memory64 against native, memory.copy of 16 bytes", "CopySmall", "16B"),
        Constant("Constant length against a variable one, memory.copy of 16 bytes", "Copy"),
        Constant("Constant length against a variable one, memory.fill of 16 bytes", "Fill"),
        Chases("memory64 against memory32, pointer chase in the first-level cache", "cached"),
        Chases("memory64 against memory32, pointer chase out of all caches", "uncached").AsMain(),
        Chases("memory64 against native, pointer chase out of all caches", "uncached", "native"),
        new(
            "memory64 against memory32, random updates out of all caches",
            KnownCases.Latency,
            KnownCases.Random("Update", "memory64", "uncached"),
            KnownCases.Random("Update", "memory32", "uncached")
        ),
    ];

    private static Question Streams(string title, string method, string width) =>
        new(
            title,
            KnownCases.Bandwidth,
            KnownCases.Stream(method, "memory64", width),
            KnownCases.Stream(method, "memory32", width)
        );

    private static Question Blocks(string title, string method, string size) =>
        new(
            title,
            KnownCases.Bulk,
            KnownCases.Block(method, "memory64", size),
            KnownCases.Block(method, "native", size)
        );

    private static Question Constant(string title, string what) =>
        new(
            title,
            KnownCases.Bulk,
            KnownCases.Block($"{what}Constant", "memory64", "16B"),
            KnownCases.Block($"{what}Small", "memory64", "16B")
        );

    private static Question Chases(string title, string set, string under = "memory32") =>
        new(
            title,
            KnownCases.Latency,
            KnownCases.Random("Chase", "memory64", set),
            KnownCases.Random("Chase", under, set)
        );
}
