using Memory64.Results.Tables;
using Xunit;

namespace Memory64.Bench.Tests.Results.Tables;

public sealed class MarkdownWriterTests
{
    [Fact]
    public void Pads_columns_so_that_the_text_is_readable()
    {
        var table = new Table(
            "Title",
            "Memory=memory64",
            [new("Method", ColumnAlignment.Left), new("µs", ColumnAlignment.Right)],
            [new("a", [new("Read"), new("1.50")]), new("b", [new("Instantiate"), TableCell.None])],
            ["A note."]
        );

        const string expected = """
            Memory=memory64

            | Method      |   µs |
            | ----------- | ---: |
            | Read        | 1.50 |
            | Instantiate |    – |

            A note.

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), MarkdownWriter.Write(table));
    }

    [Fact]
    public void Leaves_out_an_empty_caption() =>
        Assert.StartsWith(
            "| A   |\n| --- |\n",
            MarkdownWriter.Write(new("T", "", [new("A", ColumnAlignment.Left)], [], [])),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("a\\|b", "a\\\\\\|b")]
    [InlineData("<b>&", "&lt;b>&amp;")]
    [InlineData("1.55x [1.53, 1.58]", "1.55x [1.53, 1.58]")]
    [InlineData("[1.53](x) [1][2] [3]: x [4", "\\[1.53\\](x) \\[1\\][2] \\[3\\]: x \\[4")]
    [InlineData("*_`~[x]", "\\*\\_\\`\\~\\[x\\]")]
    [InlineData("a\r\nb\u2028c", "a  b c")]
    [InlineData("÷ native, 1.45x ±2%", "÷ native, 1.45x ±2%")]
    public void Escapes_what_has_a_meaning(string text, string escaped) =>
        Assert.Equal(escaped, MarkdownWriter.Escape(text));

    [Fact]
    public void Keeps_a_row_on_one_line_whatever_its_cells_hold()
    {
        var table = new Table(
            "T",
            "",
            [new("A|B", ColumnAlignment.Left), new("C", ColumnAlignment.Left)],
            [new("r", [new("x | y\n| z"), new("w")])],
            []
        );

        var lines = MarkdownWriter.Write(table).TrimEnd('\n').Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.Equal("| x \\| y \\| z | w   |", lines[2]);
    }
}
