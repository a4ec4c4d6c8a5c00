using System.Net;
using System.Text;
using Memory64.Results.Book;
using Memory64.Results.Tables;

namespace Memory64.Results.Pages;

/// <summary>Puts Markdown blocks together, one empty line between two.</summary>
internal sealed class PageBuilder
{
    private readonly StringBuilder _text = new();
    private readonly PageContents _contents = new();
    private int? _contentsAt;

    public PageBuilder Heading(int level, string title)
    {
        _contents.Add(level, title);
        return Block($"{new string('#', level)} {MarkdownWriter.Escape(title)}\n");
    }

    /// <summary>Links to all headings of the page, here.</summary>
    public PageBuilder Contents()
    {
        _contentsAt = _text.Length;
        return this;
    }

    public PageBuilder Paragraph(string markdown) => Block($"{markdown}\n");

    public PageBuilder Bullets(IEnumerable<string> sentences) =>
        Block(string.Concat(sentences.Select(s => $"- {MarkdownWriter.Escape(s)}\n")));

    /// <summary>A line for each term, which stands out.</summary>
    public PageBuilder Terms(IEnumerable<(string Term, string Text)> terms) =>
        Block(
            string.Concat(
                terms.Select(each =>
                    $"- **{MarkdownWriter.Escape(each.Term)}**: {MarkdownWriter.Escape(each.Text)}\n"
                )
            )
        );

    public PageBuilder Table(Table table) => Block(MarkdownWriter.Write(table));

    /// <summary>
    /// Tables with their titles, the first one of each benchmark class with a note on the class; what is to be folded as a line that
    /// opens. Classes that have a page of their own are left out.
    /// </summary>
    public PageBuilder Tables(int level, IEnumerable<Table> tables, SuiteBook book)
    {
        HashSet<string> noted = [];
        foreach (
            var table in tables.Where(table =>
                table.Benchmark is not { } owner || book.PageOf(owner)?.Programs is null
            )
        )
        {
            if (table.Summary is { } summary)
            {
                Folded(summary, table);
                continue;
            }

            Heading(level, table.Title);
            if (
                table.Benchmark is { } benchmark
                && book.PageOf(benchmark) is { } about
                && noted.Add(benchmark)
            )
            {
                Paragraph(MarkdownWriter.Escape(about.Note));
            }

            Table(table);
        }

        return this;
    }

    /// <summary>A table behind a line that opens it.</summary>
    public PageBuilder Folded(string summary, Table table) =>
        Folded(summary, [MarkdownWriter.Write(table)]);

    /// <summary>Blocks, each ended by \n, behind a line that opens them. Between HTML and Markdown GitHub wants empty lines.</summary>
    public PageBuilder Folded(string summary, IEnumerable<string> blocks)
    {
        Block($"<details>\n<summary>{WebUtility.HtmlEncode(summary)}</summary>\n");
        foreach (var block in blocks)
        {
            Block(block);
        }

        return Block("</details>\n");
    }

    public override string ToString() =>
        _contentsAt is { } at ? _text.ToString().Insert(at, $"\n{_contents}") : _text.ToString();

    private PageBuilder Block(string markdown)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(markdown);
        return this;
    }
}
