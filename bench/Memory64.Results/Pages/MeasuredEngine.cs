using System.Globalization;
using Memory64.Results.Book;
using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>One engine of a machine with all that its pages show.</summary>
/// <param name="Stored">The run and the engine's id.</param>
/// <param name="Results">The figures of its cases.</param>
/// <param name="Highlights">What it answers.</param>
/// <param name="Figures">What it says in short.</param>
internal sealed record MeasuredEngine(
    StoredRun Stored,
    RunResults Results,
    IReadOnlyList<Highlight> Highlights,
    MainFigures Figures
)
{
    public string Id => Stored.Engine;

    public RunFile Run => Stored.Run;

    public static MeasuredEngine Of(StoredRun stored, SuiteBook book)
    {
        var results = RunResults.Of(stored.Run, book);
        var highlights = HighlightFinder.Find(results);
        return new(stored, results, highlights, MainFigures.Of(results, highlights));
    }

    /// <summary>
    /// Whether this is the same build as another one, measured once more (A/A): <c>50.0.1~2</c> beside <c>50.0.1</c>. What
    /// differs between the two is noise.
    /// </summary>
    public bool Repeats(MeasuredEngine first) =>
        Id.StartsWith($"{first.Id}~", StringComparison.Ordinal)
        && int.TryParse(
            Id.AsSpan(first.Id.Length + 1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out _
        )
        && Run.Engine.Sha256 == first.Run.Engine.Sha256;
}
