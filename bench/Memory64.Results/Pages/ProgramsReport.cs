using Memory64.Results.Book;
using Memory64.Results.Charts;
using Memory64.Results.Programs;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>What is published of many programs on one machine.</summary>
/// <param name="Name">Name of the page and of its chart, without extension.</param>
/// <param name="Title">The page's heading.</param>
/// <param name="Engine">The newest engine that ran them.</param>
/// <param name="Sentence">The answer; <see langword="null"/> where none of them counts.</param>
/// <param name="Image">The chart; <see langword="null"/> where there is none.</param>
public sealed record ProgramsReport(
    string Name,
    string Title,
    string Engine,
    string? Sentence,
    ChartImage? Image
)
{
    private readonly string _text = "";
    private readonly string? _svg;

    private ProgramsReport(ProgramTable newest, Chart? chart, string text)
        : this(
            newest.Plan.Name,
            newest.Plan.Title,
            newest.Engine,
            newest.Sentence,
            chart is null ? null : ChartImage.Of(chart)
        )
    {
        _text = text;
        _svg = chart is null ? null : ChartWriter.Write(chart);
    }

    /// <summary>The name of the page.</summary>
    public string FileName => $"{Name}.md";

    /// <summary>Makes it; <see langword="null"/> where no engine ran any program.</summary>
    /// <param name="plan">What is shown.</param>
    /// <param name="engines">The engines of the machine.</param>
    internal static ProgramsReport? Of(ProgramsPlan plan, MachineEngines engines)
    {
        List<ProgramTable> tables =
        [
            .. engines
                .Firsts.Select(engine => ProgramTable.Of(plan, engine.Id, engine.Results))
                .Where(table => table.Rows.Count > 0),
        ];
        if (tables.Count == 0)
        {
            return null;
        }

        var chart = ProgramChart.Of(tables[0]);
        return new(
            tables[0],
            chart,
            ProgramsPage.Render(
                engines.Newest.Stored.Machine,
                tables,
                chart is null ? null : ChartImage.Of(chart)
            )
        );
    }

    /// <summary>The answer with a link to the page, in Markdown.</summary>
    /// <param name="machineFolder">From where it stands to the machine's folder: empty, or a path with a slash.</param>
    internal string Markdown(string machineFolder) =>
        $"{MarkdownWriter.Escape($"Wasmtime {Engine}: {Sentence ?? "no program ran long enough to say."}")} [Each program]({machineFolder}{FileName}).";

    /// <summary>Its page and its chart.</summary>
    /// <param name="folder">The machine's folder.</param>
    internal IEnumerable<GeneratedPage> Pages(string folder)
    {
        yield return new(Path.Combine(folder, FileName), _text);
        if (_svg is not null)
        {
            yield return new(Path.Combine(folder, StalePages.ChartFolder, Image!.FileName), _svg);
        }
    }
}
