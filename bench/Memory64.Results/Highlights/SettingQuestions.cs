namespace Memory64.Results.Highlights;

/// <summary>What settings of an engine change.</summary>
internal static class SettingQuestions
{
    private const string Default = "byDefault";

    public static IReadOnlyList<Question> All { get; } =
    [
        Reads("Spectre mitigation off against on, memory64 reads", "noSpectre", "memory64")
            .AsMain(),
        new(
            "memory64 without Spectre mitigation against memory32, reads",
            KnownCases.AccessSettings,
            KnownCases.ReadWith("noSpectre", "memory64"),
            KnownCases.ReadWith(Default, "memory32")
        ),
        Reads("16 GiB reserved against default, memory64 reads", "reservation", "memory64"),
        Reads(
            "Memory of fixed size against one that may grow, memory64 reads",
            "fixedSize",
            "memory64"
        ),
        Reads("Signals off against on, memory64 reads", "noSignals", "memory64"),
        Reads("Signals off against on, memory32 reads", "noSignals", "memory32"),
        Reads("No guard against default, memory32 reads", "noGuard", "memory32"),
        Other(
            "Growth past what is reserved by default against growth inside 16 GiB reserved",
            KnownCases.AllocationSettings,
            "Grow",
            Default,
            "reservation"
        ),
        Other(
                "Huge pages against ordinary ones, first touch",
                KnownCases.AllocationSettings,
                "FirstTouch",
                "hugePages",
                Default
            )
            .AsMain(),
        Other(
            "Copy-on-write off against on, instantiation with 256 KiB of data",
            KnownCases.InstantiationSettings,
            "InstantiateData",
            "noCopyOnWrite",
            Default
        ),
        Other(
            "Pool that keeps 1 MiB resident against one that gives it back, 1 MiB used",
            KnownCases.InstantiationSettings,
            "Reuse",
            "keepsResident",
            "pooled"
        ),
        Other(
            "Pool that keeps 1 MiB resident against one that gives it back, nothing used",
            KnownCases.InstantiationSettings,
            "Instantiate",
            "keepsResident",
            "pooled"
        ),
    ];

    private static Question Reads(string title, string setting, string memory) =>
        new(
            title,
            KnownCases.AccessSettings,
            KnownCases.ReadWith(setting, memory),
            KnownCases.ReadWith(Default, memory)
        );

    private static Question Other(
        string title,
        string benchmark,
        string method,
        string over,
        string under
    ) => new(title, benchmark, KnownCases.With(method, over), KnownCases.With(method, under));
}
