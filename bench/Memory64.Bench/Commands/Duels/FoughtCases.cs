using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Commands.Duels;

/// <summary>Which cases engines fight over: those that run in an engine.</summary>
/// <param name="catalog">All cases.</param>
internal sealed class FoughtCases(CaseCatalog catalog)
{
    private IEnumerable<Case> All => catalog.All.Where(c => c.Description.Guest is not null);

    /// <summary>The cases that match one of the globs; without any, those whose times a reader looks for first.</summary>
    /// <exception cref="UsageException">None does.</exception>
    public IReadOnlyList<Case> Of(IReadOnlyList<string> globs)
    {
        List<Case> found =
        [
            .. All.Where(c =>
                globs.Count == 0
                    ? Suite.Book.MainCases.Any(main => IsMission(c, main))
                    : globs.Any(glob => CaseSearch.Means(glob, c.Id))
            ),
        ];
        return found.Count > 0
            ? found
            : throw new UsageException(
                $"--filter {string.Join(' ', globs)}: matches no case that runs in an engine{HintOf(globs)}; --list flat shows all"
            );
    }

    /// <summary>The one case that a user names, as <see cref="CaseSearch"/> understands it.</summary>
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public Case One(string name)
    {
        List<Case> found = [.. All.Where(c => CaseSearch.Means(name, c.Id))];
        return found switch
        {
            [var only] => only,
            [] => throw new UsageException(
                $"{name}: no such case that runs in an engine{HintOf([name])}; --list flat shows all"
            ),
            _ => throw new UsageException(
                $"{name}: means {found.Count} cases, such as {found[0].Id} and {found[1].Id}; name one"
            ),
        };
    }

    private string HintOf(IReadOnlyList<string> texts) =>
        texts.Select(text => CaseSearch.Hint(text, All)).FirstOrDefault(hint => hint.Length > 0)
        ?? "";

    // Standard has what the suite is for; the rest is asked for by name.
    private static bool IsMission(Case measured, MainCase main) =>
        measured.Description.Profile <= Profile.Standard && main.Pattern.Matches(measured.Name);
}
