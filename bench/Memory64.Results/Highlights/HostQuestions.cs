namespace Memory64.Results.Highlights;

/// <summary>How data reach a guest.</summary>
internal static class HostQuestions
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new(
            "Host reads memory64 against native memory, 8 bytes",
            KnownCases.HostAccess,
            new("Read", [new("Memory", "memory64"), new("Window", "below")]),
            new("Read", [new("Memory", "native"), new("Window", "below")])
        ),
        new(
            "Host copies 200 MB into memory64 against native memory",
            KnownCases.HostAccess,
            KnownCases.HostCopy("memory64", "above"),
            KnownCases.HostCopy("native", "below")
        ),
        Bridge("memory32 with a bridge against memory64 in place, 200 MB, words of 8 bytes", "8")
            .AsMain(),
        Bridge(
            "memory32 with a bridge against memory64 in place, 200 MB, words of 16 bytes (SIMD)",
            "16"
        ),
        new(
            "Binding against the official API, call from the host",
            KnownCases.Host,
            new("Call", new KeyValuePair<string, string>("Api", "binding")),
            new("Call", new KeyValuePair<string, string>("Api", "official"))
        ),
    ];

    private static Question Bridge(string title, string width) =>
        new(title, KnownCases.Bridge, KnownCases.Bridged(width), KnownCases.Direct(width));
}
