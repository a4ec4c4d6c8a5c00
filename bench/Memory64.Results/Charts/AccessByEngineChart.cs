using Memory64.Results.Highlights;
using Memory64.Results.Units;

namespace Memory64.Results.Charts;

/// <summary>What an access below 4 GiB costs on one engine after the other: whether memory64 moved, or its control.</summary>
internal static class AccessByEngineChart
{
    private static readonly CaseSelection[] Selections =
    [
        Select("memory64 read", "Read", "memory64"),
        Select("memory32 read", "Read", "memory32"),
        Select("memory64 write", "Write", "memory64"),
        Select("memory32 write", "Write", "memory32"),
    ];

    public static Chart Of(IReadOnlyList<ChartEngine> engines) =>
        new()
        {
            Name = "access-by-engine",
            Title = "Access of 8 bytes below 4 GiB by engine",
            Whiskers = ChartText.SpreadWhiskers,
            Shape = ChartShape.Lines,
            CategoryTitle = "Wasmtime",
            ValueTitle = "Time",
            Scale = Scale.TimePerAccess,
            Categories = [.. engines.Select(e => e.Id)],
            Series = [.. Selections.Select(s => s.Series(engines))],
        };

    private static CaseSelection Select(string name, string method, string memory) =>
        new(name, KnownCases.Access, KnownCases.Walk(method, memory, "below"));
}
