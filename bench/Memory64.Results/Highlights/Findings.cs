using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Highlights;

/// <summary>
/// What a run says in some ten sentences: against each kind of control that several classes have, how many cases take longer, which most,
/// which settings pay, and how much of it is noise. They come from the rounds alone.
/// </summary>
public static class Findings
{
    // Enough to see what they have in common.
    private const int Named = 3;

    private const string Default = "default";

    /// <summary>The sentences; empty where nothing has a control or a spread.</summary>
    /// <param name="results">The figures of a run.</param>
    public static IReadOnlyList<string> Of(RunResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var relations = Controlled(results)
            .Select(c => (c.Case, c.Label, Relation: results.Relation(c.Case, c.Control.Id)))
            .ToList();
        List<RelatedCase> related =
        [
            .. relations
                .Where(r => r.Relation is not null)
                .Select(r => new RelatedCase(r.Case, r.Label, r.Relation!)),
        ];
        // What one class of many alone compares with stands in that class's tables.
        var isOfSeveral = IsOfSeveral(related);
        return
        [
            .. related
                .GroupBy(r => r.Label, StringComparer.Ordinal)
                .Where(label => !isOfSeveral || IsOfSeveral(label))
                .SelectMany(label => Against(label.Key, [.. label], results.Book)),
            .. Noise(results, related),
            .. OfTwoRuns(relations.Count - related.Count),
        ];
    }

    private static IEnumerable<(RunCase Case, string Label, RunCase Control)> Controlled(
        RunResults results
    ) =>
        from result in results.Cases
        where result.Summary is not null
        from control in result.Case.Controls
        let other = results.Find(control.Value)
        where other?.Summary is not null
        select (result.Case, control.Key, other.Case);

    private static IEnumerable<string> Against(
        string label,
        IReadOnlyList<RelatedCase> cases,
        SuiteBook book
    )
    {
        var slower = With(cases, Verdict.Slower);
        var faster = With(cases, Verdict.Faster);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Against {label}: {slower.Count} slower, {faster.Count} faster, {With(cases, Verdict.Same).Count} the same, {With(cases, Verdict.SameWithin).Count} the same within a margin, {cases.Count(IsNoise)} that the rounds can't tell."
        );
        if (label == Default && cases.All(c => SettingFindings.Has(c, book)))
        {
            foreach (var sentence in SettingFindings.Of(cases, book))
            {
                yield return sentence;
            }

            yield break;
        }

        if (slower.Count > 0)
        {
            yield return $"Slowest relative to {label}: {Text(slower.OrderByDescending(c => c.Ratio))}.";
        }

        if (faster.Count > 0)
        {
            yield return $"Fastest relative to {label}: {Text(faster.OrderBy(c => c.Ratio))}.";
        }
    }

    private static IEnumerable<string> Noise(RunResults results, List<RelatedCase> related)
    {
        List<CaseResult> spread =
        [
            .. results.Cases.Where(c => c.Summary?.RelativeSpread is not null),
        ];
        if (spread.Count > 0)
        {
            var typical = RoundStatistics.Median([
                .. spread.Select(c => c.Summary!.RelativeSpread!.Value),
            ]);
            yield return $"Noise: two rounds of a case typically differ by {SpreadText.Format(typical)}; most of all {string.Join("; ", spread.OrderByDescending(c => c.Summary!.RelativeSpread).Take(Named).Select(c => $"{c.Case.Id} {SpreadText.Format(c.Summary!.RelativeSpread!.Value)}"))}.";
        }

        if (related.Count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{related.Count(IsNoise)} of {related.Count} comparisons with a control are noise as far as these rounds can tell: take no side from them."
            );
        }
    }

    private static IEnumerable<string> OfTwoRuns(int count)
    {
        if (count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Comparisons with a control that are left out, because one run measured the case and another the control: {count}."
            );
        }
    }

    private static bool IsOfSeveral(IEnumerable<RelatedCase> cases) =>
        cases.Select(c => c.Case.Benchmark).Distinct().Skip(1).Any();

    private static List<RelatedCase> With(IReadOnlyList<RelatedCase> cases, Verdict verdict) =>
        [.. cases.Where(c => c.Verdict == verdict)];

    private static bool IsNoise(RelatedCase related) =>
        related.Verdict is Verdict.Unsure or Verdict.TooFewRounds;

    // One of each method: its parameters hardly differ.
    private static string Text(IEnumerable<RelatedCase> sorted) =>
        string.Join(
            "; ",
            sorted
                .DistinctBy(c => (c.Case.Benchmark, c.Case.Method))
                .Take(Named)
                .Select(c => c.Text)
        );
}
