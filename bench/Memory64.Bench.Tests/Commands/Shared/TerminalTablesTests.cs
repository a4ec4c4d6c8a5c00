using Memory64.Bench.Commands.Shared;
using Memory64.Results.Tables;
using Spectre.Console;
using Xunit;
using Table = Memory64.Results.Tables.Table;
using TableRow = Memory64.Results.Tables.TableRow;

namespace Memory64.Bench.Tests.Commands.Shared;

public sealed class TerminalTablesTests
{
    private static readonly Table Verdicts = new(
        "Verdicts",
        "",
        [new("Verdict", ColumnAlignment.Left)],
        [
            Row("slower", CellTone.Worse),
            Row("faster", CellTone.Better),
            Row("unsure", CellTone.Open),
            Row("same", CellTone.Plain),
        ],
        []
    );

    [Theory]
    [InlineData("\u001b[91mslower")]
    [InlineData("\u001b[32mfaster")]
    [InlineData("\u001b[2munsure")]
    [InlineData(" same")]
    public void Verdicts_have_colours_on_a_terminal(string text) =>
        Assert.Contains(text, Write(ColorSystemSupport.Standard), StringComparison.Ordinal);

    [Fact]
    public void There_are_none_elsewhere() =>
        Assert.DoesNotContain('\u001b', Write(ColorSystemSupport.NoColors));

    private static string Write(ColorSystemSupport colors)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = colors == ColorSystemSupport.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
                ColorSystem = colors,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        TerminalTables.Write(console, Verdicts);
        return writer.ToString();
    }

    private static TableRow Row(string text, CellTone tone) =>
        new(text, [new(text) { Tone = tone }]);
}
