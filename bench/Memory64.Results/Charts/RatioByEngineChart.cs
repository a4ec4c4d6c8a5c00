using Memory64.Results.Highlights;
using Memory64.Results.Units;

namespace Memory64.Results.Charts;

/// <summary>What memory64 costs against memory32 on one engine after the other.</summary>
internal static class RatioByEngineChart
{
    private static readonly RatioSelection[] Selections =
    [
        Access("read of 8 bytes", "Read"),
        Access("write of 8 bytes", "Write"),
        Instantiation("instantiation on demand, 8 GiB over 4 GiB", "OnDemand"),
        Instantiation("instantiation pooling, 8 GiB over 4 GiB", "Pooling"),
        Allocation("first touch of 1 GiB", "FirstTouch"),
        Allocation("zero-fill of 1 GiB", "ZeroFill"),
    ];

    public static Chart Of(IReadOnlyList<ChartEngine> engines) =>
        new()
        {
            Name = "memory64-over-memory32",
            Title = "memory64 over memory32 by engine",
            Whiskers = "Whiskers are the 98 % interval of the ratio",
            Shape = ChartShape.Lines,
            CategoryTitle = "Wasmtime",
            ValueTitle = "Time of memory64 over that of memory32",
            Scale = Scale.Ratio,
            Categories = [.. engines.Select(e => e.Id)],
            Series = [.. Selections.Select(s => s.Series(engines))],
            Reference = 1,
        };

    private static RatioSelection Access(string name, string method) =>
        new(
            name,
            KnownCases.Access,
            KnownCases.Walk(method, "memory64", "below"),
            KnownCases.Walk(method, "memory32", "below")
        );

    private static RatioSelection Instantiation(string name, string allocator) =>
        new(
            name,
            KnownCases.Instantiation,
            KnownCases.Instantiate("memory64", "8GiB", allocator),
            KnownCases.Instantiate("memory32", "4GiB", allocator)
        );

    private static RatioSelection Allocation(string name, string method) =>
        new(
            name,
            KnownCases.Allocation,
            KnownCases.Allocate(method, "memory64", "1GiB"),
            KnownCases.Allocate(method, "memory32", "1GiB")
        );
}
