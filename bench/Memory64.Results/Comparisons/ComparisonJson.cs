using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Memory64.Results.Relations;
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
    /// <c>center</c> and <c>spread</c> in nanoseconds: of the duel's own slices, or of levels; null of a product), <c>ratio</c>, <c>interval</c> (its lower and its upper bound),
    /// <c>margin</c> (0.041: neither takes more than 1.041 times as long), <c>shift</c>, <c>disparity</c>, <c>pValue</c>,
    /// <c>verdict</c>, <c>evidence</c> (duels, levels), <c>code</c> (how that of the loop differs, in words; with <c>same code</c> a
    /// verdict of slower or faster is to be doubted), <c>steps</c> (the engines over which a product of duels goes, else null),
    /// <c>why</c>. First the cases that were compared, then the others: their sides that did not measure have 0 rounds, they have
    /// no verdict, and <c>why</c> says why not. What is not defined is null.
    /// </summary>
    /// <param name="comparison">The comparison.</param>
    public static string Write(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return JsonSerializer.Serialize(
                comparison
                    .Cases.Select(Item)
                    .Concat(
                        comparison.Uncompared.Select(c =>
                            Item(c.Case.Id, c.Base, c.New, null, c.Why)
                        )
                    ),
                Options
            ) + "\n";
    }

    private static object Item(ComparedCase c) => Item(c.Case.Id, c.Base, c.New, c, null);

    private static object Item(
        string id,
        Summary? baseSummary,
        Summary? newSummary,
        ComparedCase? compared,
        string? why
    )
    {
        var relation = compared?.Relation;
        return new
        {
            id,
            @base = Side(baseSummary, relation),
            @new = Side(newSummary, relation),
            ratio = relation?.Ratio,
            interval = relation?.Interval is { } interval
                ? new[] { interval.Lower, interval.Upper }
                : null,
            margin = relation?.Margin,
            shift = compared?.Shift,
            disparity = compared?.Disparity,
            pValue = relation?.PValue,
            verdict = relation?.Verdict,
            evidence = relation?.Evidence,
            code = compared?.Code?.Text("operation"),
            steps = compared is { Steps.Count: > 0 } ? compared.Steps : null,
            why,
        };
    }

    private static object Side(Summary? summary, Relation? relation) =>
        new
        {
            rounds = summary?.Rounds ?? relation?.Rounds ?? 0,
            center = summary?.Center,
            spread = summary?.Spread,
        };
}
