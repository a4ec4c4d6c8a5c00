using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Charts;

/// <summary>What an instantiation takes by size and by who allocates, for one engine.</summary>
internal static class InstantiationChart
{
    private const string Floor = "bare system calls";

    private static readonly CaseSelection[] Guests =
    [
        Select("on demand", new("Instantiate", Allocator("OnDemand"))),
        Select("pooling", new("Instantiate", Allocator("Pooling"))),
        Select("pooling, slot used before", new("InstantiateUsed", Allocator("Pooling"))),
        Select("created by the host", new("HostCreated")),
    ];

    private static readonly CaseSelection SystemCalls = Select(Floor, new("SystemCalls"));

    public static Chart Of(ChartEngine engine)
    {
        var guests = Guests.Select(g => g.Series(engine.Results, Category)).ToList();
        var sizes = Guests
            .SelectMany(g => g.In(engine.Results))
            .Select(r => r.Case)
            .DistinctBy(Category)
            .OrderBy(Size, NaturalComparer.Instance)
            .ThenBy(Category, NaturalComparer.Instance)
            .ToList();
        return new()
        {
            Name = "instantiation-by-size",
            Title = $"Instantiation by size, Wasmtime {engine.Id}",
            Whiskers = ChartText.SpreadWhiskers,
            Shape = ChartShape.Bars,
            CategoryTitle = "Initial size of the memory",
            ValueTitle = "Time to create and delete",
            Scale = Scale.Time,
            Categories = [.. sizes.Select(Category)],
            Series = [.. guests, FloorOf(engine.Results, sizes)],
        };
    }

    // The system doesn't know what the memory is for: one size is the floor of both kinds.
    private static ChartSeries FloorOf(RunResults results, IReadOnlyList<RunCase> sizes) =>
        new(
            Floor,
            [
                .. from size in sizes
                from floor in SystemCalls.In(results)
                where Size(floor.Case) == Size(size)
                select ChartPoint.Of(Category(size), floor.Summary!),
            ]
        );

    private static string Category(RunCase c) =>
        $"{KnownCases.Size(Size(c))}\n{c.Parameters.GetValueOrDefault("Memory")}";

    private static string Size(RunCase c) => c.Parameters.GetValueOrDefault("Size", "");

    private static CaseSelection Select(string name, CasePattern pattern) =>
        new(name, KnownCases.Instantiation, pattern);

    private static KeyValuePair<string, string> Allocator(string name) => new("Allocator", name);
}
