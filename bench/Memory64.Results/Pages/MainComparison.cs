using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.Statistics;
using Memory64.Results.Tables;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>One run against another, in the book's main cases.</summary>
/// <param name="Newer">What is compared, as a title has it: "Wasmtime 50.0.1".</param>
/// <param name="Older">What it is compared with.</param>
/// <param name="Lines">What is slower, faster, the same or undecided: what differs most first, with both sides.</param>
public sealed record MainComparison(
    string Newer,
    string Older,
    IReadOnlyList<(string Term, string Text)> Lines
)
{
    // What a reader takes in; the tables have them all.
    private const int MostNamed = 5;

    // How far the quotient of two times may lie from the ratio beside them.
    private const double MostApart = 1.05;

    // Wasmtime releases a version a month and supports each whose number is a multiple of 12 for 24 months: see docs/sources.md.
    private const int LongTermSupport = 12,
        SupportedFor = 24;

    /// <summary>How many cases both have.</summary>
    public required int Count { get; init; }

    /// <summary>In how many the newer one is slower.</summary>
    public required int Slower { get; init; }

    /// <summary>In how many it is faster.</summary>
    public required int Faster { get; init; }

    /// <summary>In how many the rounds can't tell.</summary>
    public required int Undecided { get; init; }

    /// <summary>The median over the cases of the newer one's time over the older one's.</summary>
    public required double Median { get; init; }

    /// <summary>Which two.</summary>
    public string Title => $"{Newer} against {Older}";

    /// <summary>The counts in a sentence.</summary>
    public string Counts =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Count} headline cases: {Slower} slower, {Faster} faster, {Count - Slower - Faster - Undecided} the same or nearly, {Undecided} undecided. The median case takes {RatioText.Format(Median)} of the other's time."
        );

    /// <summary>
    /// The newest version of a machine against each that Wasmtime still supports for longer than two months, newest first; none of them
    /// where an earlier method measured one of the two.
    /// </summary>
    internal static IReadOnlyList<MainComparison> OfVersions(MachineEngines engines, SuiteBook book)
    {
        List<MeasuredEngine> versions = [.. engines.OfNewestMaker];
        var newest = versions[0];
        return
        [
            .. versions
                .Skip(1)
                .Where(older =>
                    IsSupported(older, newest)
                    && !older.Run.IsOfEarlierMethod
                    && !newest.Run.IsOfEarlierMethod
                )
                .Select(older =>
                    Of(
                        newest.Run.Engine.TitleAs(newest.Id),
                        older.Id,
                        older.Run,
                        newest.Run,
                        versions.Where(each => each != older && each != newest).Select(e => e.Run),
                        book
                    )
                )
                .OfType<MainComparison>(),
        ];
    }

    /// <summary>A machine against each of the others that were measured by the same method.</summary>
    /// <param name="subject">The machine that is compared.</param>
    /// <param name="machines">All machines.</param>
    /// <param name="book">Which cases are the main ones.</param>
    internal static IReadOnlyList<MainComparison> OfMachines(
        MachineSummary subject,
        IReadOnlyList<MachineSummary> machines,
        SuiteBook book
    ) =>
        [
            .. machines
                .Where(other =>
                    other != subject && !other.IsOfEarlierMethod && !subject.IsOfEarlierMethod
                )
                .Select(other => Of(subject.Title, other.Title, other.Main, subject.Main, [], book))
                .OfType<MainComparison>(),
        ];

    /// <summary>A run against another; <see langword="null"/> where they have no main case in common, or ran other guests.</summary>
    /// <param name="newerTitle">What is compared.</param>
    /// <param name="olderTitle">What it is compared with.</param>
    /// <param name="older">The run that is compared with.</param>
    /// <param name="newer">The run that is compared.</param>
    /// <param name="between">Runs by whose duels the two may be joined.</param>
    /// <param name="book">Which cases are the main ones.</param>
    internal static MainComparison? Of(
        string newerTitle,
        string olderTitle,
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
        if (compared.Count == 0)
        {
            return null;
        }

        var (slower, faster, undecided) = (
            With(Verdict.Slower),
            With(Verdict.Faster),
            With(Verdict.Unsure, Verdict.TooFewRounds)
        );
        // Of two machines the same code says nothing: its times differ as the machines do.
        var knowsCode = older.Machine.IsSame(newer.Machine);
        return new(
            newerTitle,
            olderTitle,
            [
                .. Line("Slower", Sorted(slower), each => Text(each, knowsCode)),
                .. Line("Faster", Sorted(faster), each => Text(each, knowsCode)),
                .. Line(
                    "The same or nearly",
                    With(Verdict.Same, Verdict.SameWithin),
                    each => each.Main.Title
                ),
                .. Line("Undecided", undecided, each => each.Main.Title),
            ]
        )
        {
            Count = compared.Count,
            Slower = slower.Count,
            Faster = faster.Count,
            Undecided = undecided.Count,
            Median = RoundStatistics.Median([.. compared.Select(c => c.Compared.Relation.Ratio)]),
        };

        List<(MainCase Main, ComparedCase Compared)> With(params Verdict[] verdicts) =>
            [.. compared.Where(each => verdicts.Contains(each.Compared.Relation.Verdict))];
    }

    /// <summary>Adds title, counts and lines to a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="level">The heading's level.</param>
    internal PageBuilder AddTo(PageBuilder page, int level) =>
        page.Heading(level, Title).Paragraph(MarkdownWriter.Escape(Counts)).Terms(Lines);

    private static bool IsSupported(MeasuredEngine engine, MeasuredEngine newest) =>
        MajorOf(engine) is { } major
        && MajorOf(newest) is { } last
        && major % LongTermSupport == 0
        && last - major < SupportedFor;

    private static int? MajorOf(MeasuredEngine engine) =>
        int.TryParse(
            engine.Run.Engine.Version.Split('.')[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var major
        )
            ? major
            : null;

    private static IEnumerable<(MainCase Main, ComparedCase Compared)> Sorted(
        IEnumerable<(MainCase Main, ComparedCase Compared)> cases
    ) => cases.OrderByDescending(each => Math.Abs(Math.Log(each.Compared.Relation.Ratio)));

    private static IEnumerable<(string Term, string Text)> Line(
        string term,
        IEnumerable<(MainCase Main, ComparedCase Compared)> cases,
        Func<(MainCase Main, ComparedCase Compared), string> text
    )
    {
        var texts = cases.Select(text).ToList();
        if (texts.Count == 0)
        {
            return [];
        }

        var more =
            texts.Count > MostNamed
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"; and {texts.Count - MostNamed} more"
                )
                : "";
        return [(term, $"{string.Join("; ", texts.Take(MostNamed))}{more}")];
    }

    // Of a product of duels only the levels have times, which may have met the machine otherwise: then the ratio stands alone.
    private static string Text((MainCase Main, ComparedCase Compared) each, bool knowsCode)
    {
        var (main, compared) = each;
        var (older, newer) = compared.Levels ?? (compared.Base!, compared.New!);
        string[] details =
        [
            .. Math.Abs(Math.Log(newer.Center / older.Center / compared.Relation.Ratio))
            <= Math.Log(MostApart)
                ? (string[])[$"{Time(newer.Center)} against {Time(older.Center)}"]
                : [],
            .. knowsCode && compared.IsDoubted ? (string[])["by the same code"] : [],
        ];
        var ratio = $"{main.Title} {RelationText.Format(compared.Relation)}";
        return details.Length > 0 ? $"{ratio} ({string.Join(", ", details)})" : ratio;
    }

    private static string Time(double nanoseconds) =>
        Scale.Time.Choose(nanoseconds).Text(nanoseconds);
}
