using Memory64.Results.Highlights;
using Memory64.Results.Units;

namespace Memory64.Results.Charts;

/// <summary>What an access costs below, across and above 4 GiB, for one engine.</summary>
internal static class AccessChart
{
    private static readonly string[] Methods = ["Read", "Write"],
        Windows = ["below", "across", "above"],
        Memories = ["memory64", "memory32", "native"];

    public static Chart Of(ChartEngine engine) =>
        new()
        {
            Name = "access-by-window",
            Title = $"Access of 8 bytes around 4 GiB, Wasmtime {engine.Id}",
            Whiskers = ChartText.SpreadWhiskers,
            Shape = ChartShape.Bars,
            CategoryTitle = "Window of 16 KiB; memory32 and native are measured below 4 GiB only",
            ValueTitle = "Time",
            Scale = Scale.TimePerAccess,
            Categories =
            [
                .. from method in Methods from window in Windows select Category(method, window),
            ],
            Series =
            [
                .. from memory in Memories
                select new ChartSeries(
                    memory,
                    [
                        .. from method in Methods
                        from window in Windows
                        from point in new CaseSelection(
                            memory,
                            KnownCases.Access,
                            KnownCases.Walk(method, memory, window)
                        )
                            .Series(engine.Results, _ => Category(method, window))
                            .Points
                        select point,
                    ]
                ),
            ],
        };

    private static string Category(string method, string window) => $"{method}\n{window} 4 GiB";
}
