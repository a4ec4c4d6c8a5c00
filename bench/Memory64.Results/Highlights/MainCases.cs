namespace Memory64.Results.Highlights;

/// <summary>The cases that tables of engines and of machines side by side show.</summary>
public static class MainCases
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<MainCase> All { get; } =
    [
        Instantiate("8 GiB", "memory64", "8GiB", "OnDemand"),
        Instantiate("16 GiB", "memory64", "16GiB", "OnDemand"),
        Instantiate("4 GiB memory32", "memory32", "4GiB", "OnDemand"),
        Instantiate("8 GiB", "memory64", "8GiB", "Pooling"),
        Instantiate("16 GiB", "memory64", "16GiB", "Pooling"),
        Instantiate("4 GiB memory32", "memory32", "4GiB", "Pooling"),
        new(
            "Instantiation of 16 GiB, host-created memory",
            KnownCases.Instantiation,
            new("HostCreated", [new("Memory", "memory64"), new("Size", "16GiB")])
        ),
        new(
            "First instantiation of an engine, 16 GiB",
            KnownCases.Instantiation,
            new(
                "First",
                [new("Memory", "memory64"), new("Size", "16GiB"), new("Allocator", "OnDemand")]
            )
        ),
        new(
            "Bare system calls, 16 GiB",
            KnownCases.Instantiation,
            new("SystemCalls", [new("Memory", "native"), new("Size", "16GiB")])
        ),
        Allocate("Growth by 6 GiB inside a reservation", "GrowReserved", "6GiB"),
        Allocate("Growth by 6 GiB and two bytes written", "Seed", "6GiB"),
        Allocate("Growth that relocates 1 GiB", "GrowRelocating", "1GiB"),
        Allocate("Zero-fill of 1 GiB", "ZeroFill", "1GiB"),
        Allocate("First touch of 1 GiB", "FirstTouch", "1GiB"),
        Walk("Read", "memory64", "below"),
        Walk("Read", "memory64", "across"),
        Walk("Read", "memory64", "above"),
        Walk("Read", "memory32", "below"),
        Walk("Read", "native", "below"),
        Walk("Write", "memory64", "below"),
        Walk("Write", "memory64", "across"),
        Walk("Write", "memory64", "above"),
        Walk("Write", "memory32", "below"),
        Walk("Write", "native", "below"),
        Stream("memory64", "8"),
        Stream("memory64", "16"),
        Stream("memory32", "8"),
        Stream("memory32", "16"),
        new(
            "memory.copy of 256 MiB, memory64",
            KnownCases.Bulk,
            KnownCases.Block("Copy", "memory64", "256MiB")
        ),
        new(
            "memory.copy of 16 bytes, constant length, memory64",
            KnownCases.Bulk,
            KnownCases.Block("CopyConstant", "memory64", "16B")
        ),
        new(
            "Step of a pointer chase out of all caches, memory64",
            KnownCases.Latency,
            KnownCases.Random("Chase", "memory64", "uncached")
        ),
        new(
            "Read of 8 bytes, memory64 without Spectre mitigation",
            KnownCases.AccessSettings,
            KnownCases.ReadWith("noSpectre", "memory64")
        ),
        new(
            "First touch of 256 MiB, huge pages",
            KnownCases.AllocationSettings,
            KnownCases.With("FirstTouch", "hugePages")
        ),
        new(
            "Growth of 4 GiB past what is reserved by default",
            KnownCases.AllocationSettings,
            KnownCases.With("Grow", "byDefault")
        ),
        new("Sum of 200 MB in place, memory64", KnownCases.Bridge, KnownCases.Direct("8")),
        new("Sum of 200 MB through a bridge, memory32", KnownCases.Bridge, KnownCases.Bridged("8")),
        new(
            "Call from the host, binding",
            KnownCases.Host,
            new("Call", new KeyValuePair<string, string>("Api", "binding"))
        ),
        new(
            "Call from the host, official API",
            KnownCases.Host,
            new("Call", new KeyValuePair<string, string>("Api", "official"))
        ),
    ];

    private static MainCase Instantiate(
        string what,
        string memory,
        string size,
        string allocator
    ) =>
        new(
            $"Instantiation of {what}, {(allocator == "Pooling" ? "pooling" : "on demand")}",
            KnownCases.Instantiation,
            KnownCases.Instantiate(memory, size, allocator)
        );

    private static MainCase Allocate(string title, string method, string size) =>
        new(title, KnownCases.Allocation, KnownCases.Allocate(method, "memory64", size));

    private static MainCase Stream(string memory, string width) =>
        new(
            $"Streaming read of 4 MiB in words of {width} bytes, {memory}",
            KnownCases.Bandwidth,
            KnownCases.Stream("Read", memory, width)
        );

    private static MainCase Walk(string method, string memory, string window) =>
        new(
            $"{method} of 8 bytes, {memory} {window} 4 GiB",
            KnownCases.Access,
            KnownCases.Walk(method, memory, window)
        );
}
