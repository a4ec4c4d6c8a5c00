using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Memory64.Results.Statistics;

namespace Memory64.Results.Comparisons;

/// <summary>Writes a comparison for other programs.</summary>
public static class ComparisonJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>
    /// The cases as a JSON array, indented, ended by \n: <c>id</c>, <c>base</c> and <c>new</c> (<c>rounds</c>,
    /// <c>center</c> and <c>spread</c> in nanoseconds), <c>ratio</c>, <c>shift</c>, <c>disparity</c>, <c>pValue</c>,
    /// <c>verdict</c>, <c>why</c>. First the cases that were compared, then the others: their sides that did not measure
    /// have 0 rounds, they have no verdict, and <c>why</c> says why not. What is not defined is null.
    /// </summary>
    /// <param name="comparison">The comparison.</param>
    public static string Write(Comparison comparison) =>
        JsonSerializer.Serialize(
            comparison
                .Cases.Select(c =>
                    Item(
                        c.Case.Id,
                        c.Base,
                        c.New,
                        c.Ratio,
                        c.Shift,
                        c.Disparity,
                        c.PValue,
                        c.Verdict,
                        null
                    )
                )
                .Concat(
                    comparison.Uncompared.Select(c =>
                        Item(c.Case.Id, c.Base, c.New, null, null, null, null, null, c.Why)
                    )
                ),
            Options
        ) + "\n";

    private static object Item(
        string id,
        Summary? baseSummary,
        Summary? newSummary,
        double? ratio,
        double? shift,
        double? disparity,
        double? pValue,
        Verdict? verdict,
        string? why
    ) =>
        new
        {
            id,
            @base = Side(baseSummary),
            @new = Side(newSummary),
            ratio,
            shift,
            disparity,
            pValue,
            verdict,
            why,
        };

    private static object Side(Summary? summary) =>
        new
        {
            rounds = summary?.Rounds ?? 0,
            center = summary?.Center,
            spread = summary?.Spread,
        };
}
