using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.Units;

namespace Memory64.Results.Charts;

/// <summary>What a memory64 guest pays for 1 to 6 GiB, for one engine.</summary>
internal static class AllocationChart
{
    private static readonly CaseSelection[] Selections =
    [
        Select("growth that relocates", "GrowRelocating"),
        Select("zero-fill", "ZeroFill"),
        Select("first touch of every page", "FirstTouch"),
        Select("growth and two bytes written", "Seed"),
        Select("growth inside a reservation", "GrowReserved"),
    ];

    public static Chart Of(ChartEngine engine)
    {
        var series = Selections.Select(s => s.Series(engine.Results, Category)).ToList();
        return new()
        {
            Name = "allocation-by-size",
            Title = $"Allocation inside a memory64 guest, Wasmtime {engine.Id}",
            Whiskers = ChartText.SpreadWhiskers,
            Shape = ChartShape.Lines,
            IsLogarithmic = true,
            CategoryTitle = "Size of what is allocated, filled or relocated",
            ValueTitle = "Time",
            Scale = Scale.Time,
            Categories =
            [
                .. series
                    .SelectMany(s => s.Points)
                    .Select(p => p.Category)
                    .Distinct()
                    .Order(NaturalComparer.Instance),
            ],
            Series = series,
        };
    }

    private static string Category(RunCase c) =>
        KnownCases.Size(c.Parameters.GetValueOrDefault("Size", ""));

    private static CaseSelection Select(string name, string method) =>
        new(
            name,
            KnownCases.Allocation,
            new(method, new KeyValuePair<string, string>("Memory", "memory64"))
        );
}
