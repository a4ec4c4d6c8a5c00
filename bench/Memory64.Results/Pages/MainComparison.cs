using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.Units;

namespace Memory64.Results.Pages;

/// <summary>What one run takes of what another one took, in the book's main cases.</summary>
/// <param name="Title">Which two.</param>
/// <param name="Lines">What is slower and faster, each with both sides; how many are not, and of how many the rounds don't tell.</param>
public sealed record MainComparison(string Title, IReadOnlyList<(string Term, string Text)> Lines)
{
    /// <summary>The newest version over the oldest of a machine; <see langword="null"/> where there is one alone.</summary>
    internal static MainComparison? OfVersions(MachineEngines engines, SuiteBook book)
    {
        List<MeasuredEngine> versions = [.. engines.OfNewestMaker];
        return versions is [var newest, .. var between, var oldest]
            ? Of(
                $"{newest.Run.Engine.TitleAs(newest.Id)} over {oldest.Id}",
                oldest.Run,
                newest.Run,
                between.Select(engine => engine.Run),
                book
            )
            : null;
    }

    /// <summary>A run over another; <see langword="null"/> where they have no main case in common, or ran other guests.</summary>
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
        var verdicts = compared.ToLookup(each => each.Compared.Relation.Verdict);
        var same = verdicts[Verdict.Same].Concat(verdicts[Verdict.SameWithin]).ToList();
        var undecided = verdicts[Verdict.Unsure].Concat(verdicts[Verdict.TooFewRounds]).Count();
        return compared.Count == 0
            ? null
            : new(
                $"{title}, {CountText.Format(compared.Count)} things that people ask for first:",
                [
                    .. Line("Slower", verdicts[Verdict.Slower]),
                    .. Line("Faster", verdicts[Verdict.Faster]),
                    (
                        "Neither",
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{same.Count} are the same, or differ by less than the rounds show; of {undecided} they show next to nothing."
                        )
                    ),
                ]
            );
    }

    // What differs most comes first.
    private static IEnumerable<(string Term, string Text)> Line(
        string verdict,
        IEnumerable<(MainCase Main, ComparedCase Compared)> cases
    )
    {
        List<string> texts =
        [
            .. cases
                .OrderByDescending(each => Math.Abs(Math.Log(each.Compared.Relation.Ratio)))
                .Select(each => Text(each.Main, each.Compared)),
        ];
        return texts.Count > 0 ? [(verdict, $"{string.Join("; ", texts)}.")] : [];
    }

    // Of a product of duels only the levels have times.
    private static string Text(MainCase main, ComparedCase compared)
    {
        var (older, newer) = compared.Levels ?? (compared.Base!, compared.New!);
        var doubt = compared.IsDoubted ? ", by the same code" : "";
        return $"{main.Title} {RelationText.Format(compared.Relation)} ({Time(older.Center)} to {Time(newer.Center)}{doubt})";
    }

    private static string Time(double nanoseconds) =>
        Scale.Time.Choose(nanoseconds).Text(nanoseconds);
}
