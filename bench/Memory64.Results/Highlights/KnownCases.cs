namespace Memory64.Results.Highlights;

/// <summary>The benchmarks and cases that questions, main tables and charts are about.</summary>
internal static class KnownCases
{
    public const string Instantiation = "MemoryInstantiation",
        Allocation = "GuestAllocation",
        Access = "BoundaryAccess",
        Bandwidth = "Bandwidth",
        Bulk = "BulkMemory",
        Latency = "Latency",
        AccessSettings = "EngineSettingsAccess",
        InstantiationSettings = "EngineSettingsInstantiation",
        AllocationSettings = "EngineSettingsAllocation",
        HostAccess = "HostAccess",
        Bridge = "HostBridge",
        Host = "HostApi";

    // The width of an access that every profile measures.
    private const string Width = "8";

    public static CasePattern Instantiate(string memory, string size, string allocator) =>
        new("Instantiate", [new("Memory", memory), new("Size", size), new("Allocator", allocator)]);

    public static CasePattern Allocate(string method, string memory, string size) =>
        new(method, [new("Memory", memory), new("Size", size)]);

    public static CasePattern Walk(string method, string memory, string window) =>
        new(method, [new("Memory", memory), new("Window", window), new("Width", Width)]);

    /// <summary>A read of 8 bytes with one setting of the engine, where memory64 is measured with most of them or memory32.</summary>
    public static CasePattern ReadWith(string setting, string memory) =>
        With(
            "Read",
            setting,
            memory,
            new KeyValuePair<string, string>("Window", memory == "memory64" ? "above" : "below")
        );

    /// <summary>What a setting of the engine changes for a method.</summary>
    public static CasePattern With(
        string method,
        string setting,
        string memory = "memory64",
        params IReadOnlyList<KeyValuePair<string, string>> more
    ) => new(method, [new("Setting", setting), new("Memory", memory), .. more]);

    /// <summary>A stream through arrays below 4 GiB, which begin at address 0.</summary>
    public static CasePattern Stream(string method, string memory, string width) =>
        new(method, [new("Memory", memory), new("Window", "below"), new("Width", width)]);

    public static CasePattern Block(string method, string memory, string size) =>
        new(method, [new("Memory", memory), new("Size", size)]);

    /// <summary>Random accesses below 4 GiB, in the first-level cache or out of all caches.</summary>
    public static CasePattern Random(string method, string memory, string set) =>
        new(method, [new("Memory", memory), new("Window", "below"), new("Set", set)]);

    public static CasePattern HostCopy(string memory, string window) =>
        new("CopyIn", [new("Memory", memory), new("Window", window), new("Size", "200MB")]);

    public static CasePattern Bridged(string width) =>
        new("Bridge", [new("Memory", "memory32"), new("Width", width), new("Size", "200MB")]);

    /// <summary>What a bridge is compared with: the same bytes above 4 GiB.</summary>
    public static CasePattern Direct(string width) =>
        new(
            "Direct",
            [
                new("Memory", "memory64"),
                new("Window", "above"),
                new("Width", width),
                new("Size", "200MB"),
            ]
        );

    /// <summary>A size for people: 8GiB is 8 GiB.</summary>
    public static string Size(string size)
    {
        var digits = size.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 ? $"{size[..digits]} {size[digits..]}" : size;
    }
}
