using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Results.Benchmarks.Generation;

/// <summary>
/// Cases named like the suite's. Combinations that no memory32 could hold are among them: what is measured here is their number.
/// </summary>
internal static class CaseFamilies
{
    private static readonly (string, string[]) Memory = (
        "Memory",
        ["memory64", "memory32", "native"]
    );

    private static readonly (string, string[]) Guests = ("Memory", ["memory64", "memory32"]);

    private static readonly (string, string[]) Sizes = ("Size", ["64KiB", "4GiB", "8GiB", "16GiB"]);

    private static readonly (string, string[]) GuestSizes = (
        "Size",
        ["1GiB", "2GiB", "3GiB", "4GiB", "5GiB", "6GiB"]
    );

    private static readonly (string, string[]) Windows = ("Window", ["below", "across", "above"]);

    private static readonly (string, string[]) Places = (
        "Place",
        ["aligned", "acrossPage", "across4GiB"]
    );

    private static readonly (string, string[]) Widths = ("Width", ["1", "2", "4", "8", "16"]);

    private static readonly CaseFamily[] All =
    [
        Instantiation("Instantiate", 10_000, Guests, Sizes, ("Allocator", ["OnDemand", "Pooling"])),
        Instantiation("First", 300_000, Guests, Sizes, ("Allocator", ["OnDemand"])),
        Instantiation("HostCreated", 11_000, Guests, Sizes),
        Instantiation("SystemCalls", 5_000, ("Memory", ["native"]), Sizes),
        Allocation("Seed", 2e4),
        Allocation("GrowReserved", 1e4),
        Allocation("GrowRelocating", 8e8),
        Allocation("ZeroFill", 5e8),
        Allocation("FirstTouch", 6e8),
        Access("Read", Windows),
        Access("Write", Windows),
        Access("ReadAt", Places),
        Access("WriteAt", Places),
    ];

    /// <summary>The most cases there are.</summary>
    public static int Count { get; } = All.Sum(family => family.Cases().Count());

    /// <summary>The methods with their classes.</summary>
    public static IEnumerable<(string Benchmark, string Method)> Methods =>
        All.Select(family => (family.Benchmark, family.Method));

    /// <summary>The first cases, each with where its times lie in nanoseconds.</summary>
    /// <param name="count">How many; 1 to <see cref="Count"/>.</param>
    public static IEnumerable<(RunCase Case, double Time)> First(int count) =>
        All.SelectMany(family => family.Cases().Select(c => (c, family.Time))).Take(count);

    private static CaseFamily Instantiation(
        string method,
        double time,
        params (string, string[])[] parameters
    ) => new("MemoryInstantiation", method, TimeUnit.Microsecond, time, 0, parameters);

    private static CaseFamily Allocation(string method, double time) =>
        new("GuestAllocation", method, TimeUnit.Millisecond, time, 1L << 30, Memory, GuestSizes);

    private static CaseFamily Access(string method, (string, string[]) where) =>
        new("BoundaryAccess", method, TimeUnit.Nanosecond, 0.5, 8, Memory, where, Widths);
}
