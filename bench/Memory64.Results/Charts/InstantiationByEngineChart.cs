using Memory64.Results.Highlights;
using Memory64.Results.Units;

namespace Memory64.Results.Charts;

/// <summary>What an instantiation takes on one engine after the other.</summary>
internal static class InstantiationByEngineChart
{
    private static readonly CaseSelection[] Selections =
    [
        Select("16 GiB memory64, on demand", "memory64", "16GiB", "OnDemand"),
        Select("8 GiB memory64, on demand", "memory64", "8GiB", "OnDemand"),
        Select("4 GiB memory32, on demand", "memory32", "4GiB", "OnDemand"),
        Select("16 GiB memory64, pooling", "memory64", "16GiB", "Pooling"),
        Select("8 GiB memory64, pooling", "memory64", "8GiB", "Pooling"),
        Select("4 GiB memory32, pooling", "memory32", "4GiB", "Pooling"),
    ];

    public static Chart Of(IReadOnlyList<ChartEngine> engines) =>
        new()
        {
            Name = "instantiation-by-engine",
            Title = "Instantiation by engine",
            Whiskers = ChartText.SpreadWhiskers,
            Shape = ChartShape.Lines,
            CategoryTitle = "Wasmtime",
            ValueTitle = "Time to create and delete",
            Scale = Scale.Time,
            Categories = [.. engines.Select(e => e.Id)],
            Series = [.. Selections.Select(s => s.Series(engines))],
        };

    private static CaseSelection Select(
        string name,
        string memory,
        string size,
        string allocator
    ) => new(name, KnownCases.Instantiation, KnownCases.Instantiate(memory, size, allocator));
}
