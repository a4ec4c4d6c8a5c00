using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>One run against another, in the book's main cases.</summary>
/// <param name="Title">Which two, and of how many cases is said what.</param>
/// <param name="Lines">What takes longer, less, or isn't decided, what differs most first, each with both sides.</param>
public sealed record MainComparison(string Title, IReadOnlyList<(string Term, string Text)> Lines)
{
    // What a reader takes in; the tables have them all.
    private const int MostNamed = 5;

    // Wasmtime supports a version whose number is a multiple of this for two years: see docs/sources.md.
    private const int LongTermSupport = 12;

    /// <summary>The newest version of a machine against the oldest, and against those that are supported longest.</summary>
    internal static IReadOnlyList<MainComparison> OfVersions(MachineEngines engines, SuiteBook book)
    {
        List<MeasuredEngine> versions = [.. engines.OfNewestMaker];
        var newest = versions[0];
        return
        [
            .. versions
                .Skip(1)
                .Where(older => older == versions[^1] || IsSupportedLong(older))
                .Select(older =>
                    Of(
                        $"{newest.Run.Engine.TitleAs(newest.Id)} against {older.Id}",
                        older.Run,
                        newest.Run,
                        versions.Where(each => each != older && each != newest).Select(e => e.Run),
                        book
                    )
                )
                .OfType<MainComparison>(),
        ];
    }

    /// <summary>A run against another; <see langword="null"/> where they have no main case in common, or ran other guests.</summary>
    /// <param name="title">Which two.</param>
    /// <param name="older">What is compared with.</param>
    /// <param name="newer">What is compared.</param>
    /// <param name="between">Runs by whose duels the two may be joined.</param>
    /// <param name="book">Which cases are the main ones.</param>
    internal static MainComparison? Of(
        string title,
        RunFile older,
        RunFile newer,
        IEnumerable<RunFile> between,
        SuiteBook book
    )
    {
        Comparison comparison;
        try
        {
            comparison = Comparison.Of(older, newer, between: between);
        }
        catch (ComparisonException)
        {
            return null;
        }

        List<(MainCase Main, ComparedCase Compared)> compared =
        [
            .. from main in book.MainCases
            let found = comparison.Cases.FirstOrDefault(c => main.Pattern.Matches(c.Case.Name))
            where found is not null
            select (main, found),
        ];
        var (slower, faster, undecided) = (
            Of(Verdict.Slower),
            Of(Verdict.Faster),
            Of(Verdict.Unsure, Verdict.TooFewRounds)
        );
        // Of two machines the same code says nothing: its times differ as the machines do.
        var knowsCode = older.Machine.IsSame(newer.Machine);
        return compared.Count == 0
            ? null
            : new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{title}: of {compared.Count} things that people ask for first, {slower.Count} take longer, {faster.Count} less, {compared.Count - slower.Count - faster.Count - undecided.Count} the same or nearly, and of {undecided.Count} the rounds don't say"
                ),
                [
                    .. Line("Longer", slower, knowsCode),
                    .. Line("Less", faster, knowsCode),
                    .. Line(
                        "Not decided, longer so far",
                        [.. undecided.Where(each => each.Compared.Relation.Ratio > 1)],
                        knowsCode: false
                    ),
                    .. Line(
                        "Not decided, less so far",
                        [.. undecided.Where(each => each.Compared.Relation.Ratio <= 1)],
                        knowsCode: false
                    ),
                ]
            );

        List<(MainCase Main, ComparedCase Compared)> Of(params Verdict[] verdicts) =>
            [.. compared.Where(each => verdicts.Contains(each.Compared.Relation.Verdict))];
    }

    /// <summary>Adds title and lines to a page.</summary>
    internal PageBuilder AddTo(PageBuilder page) =>
        page.Paragraph(MarkdownWriter.Escape($"{Title}.")).Terms(Lines);

    private static bool IsSupportedLong(MeasuredEngine engine) =>
        int.TryParse(
            engine.Run.Engine.Version.Split('.')[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var major
        )
        && major % LongTermSupport == 0;

    private static IEnumerable<(string Term, string Text)> Line(
        string term,
        List<(MainCase Main, ComparedCase Compared)> cases,
        bool knowsCode
    )
    {
        if (cases.Count == 0)
        {
            return [];
        }

        var texts = cases
            .OrderByDescending(each => Math.Abs(Math.Log(each.Compared.Relation.Ratio)))
            .Take(MostNamed)
            .Select(each => Text(each.Main, each.Compared, knowsCode));
        var more =
            cases.Count > MostNamed
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"; and {cases.Count - MostNamed} more"
                )
                : "";
        return [(term, $"{string.Join("; ", texts)}{more}")];
    }

    // Of a product of duels only the levels have times.
    private static string Text(MainCase main, ComparedCase compared, bool knowsCode)
    {
        var (older, newer) = compared.Levels ?? (compared.Base!, compared.New!);
        var doubt = knowsCode && compared.IsDoubted ? ", by the same code" : "";
        var ratio = compared.Relation.Interval is null
            ? RelationText.WithInterval(compared.Relation)
            : RelationText.Format(compared.Relation);
        return $"{main.Title} {ratio} ({Time(newer.Center)} against {Time(older.Center)}{doubt})";
    }

    private static string Time(double nanoseconds) =>
        Scale.Time.Choose(nanoseconds).Text(nanoseconds);
}
