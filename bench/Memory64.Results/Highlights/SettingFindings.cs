using Memory64.Results.Book;
using Memory64.Results.Relations;

namespace Memory64.Results.Highlights;

/// <summary>Which settings of an engine pay, in sentences that name each of them once: where it changes most.</summary>
internal static class SettingFindings
{
    /// <summary>Whether a case differs from its control in a setting.</summary>
    public static bool Has(RelatedCase related, SuiteBook book) =>
        SettingOf(related, book) is not null;

    /// <summary>The sentences: settings that pay, those that cost, and those of which the rounds show neither.</summary>
    /// <param name="cases">Cases against the default; each has a setting.</param>
    /// <param name="book">Says which parameter is the setting.</param>
    public static IEnumerable<string> Of(IReadOnlyList<RelatedCase> cases, SuiteBook book)
    {
        string Setting(RelatedCase related) => SettingOf(related, book)!;
        List<RelatedCase> pay =
        [
            .. With(cases, Verdict.Faster).OrderBy(c => c.Ratio).DistinctBy(Setting),
        ];
        List<RelatedCase> cost =
        [
            .. With(cases, Verdict.Slower).OrderByDescending(c => c.Ratio).DistinctBy(Setting),
        ];
        List<string> open =
        [
            .. cases.Select(Setting).Distinct().Except([.. pay.Concat(cost).Select(Setting)]),
        ];
        if (pay.Count > 0)
        {
            yield return $"Settings that pay, against the default: {Text(pay)}.";
        }

        if (cost.Count > 0)
        {
            yield return $"Settings that cost, against the default: {Text(cost)}.";
        }

        if (open.Count > 0)
        {
            yield return $"Settings that change nothing the rounds can tell: {string.Join(", ", open)}.";
        }
    }

    private static IEnumerable<RelatedCase> With(IEnumerable<RelatedCase> cases, Verdict verdict) =>
        cases.Where(c => c.Verdict == verdict);

    private static string? SettingOf(RelatedCase related, SuiteBook book) =>
        book.PageOf(related.Case.Benchmark)?.Settings is { } settings
            ? related.Case.Parameters.GetValueOrDefault(settings.Parameter)
            : null;

    private static string Text(IEnumerable<RelatedCase> cases) =>
        string.Join("; ", cases.Select(c => c.Text));
}
