using Memory64.Bench.Commands.Exits;
using Spectre.Console;
using Table = Memory64.Results.Tables.Table;

namespace Memory64.Bench.Commands.Screens;

/// <summary>What the user reads: everything a command says goes through here.</summary>
/// <param name="console">The terminal, or the file or pipe in its place.</param>
internal sealed class Screen(IAnsiConsole console)
{
    /// <summary>For what needs more than lines and tables, such as progress.</summary>
    public IAnsiConsole Console => console;

    /// <summary>Writes a line; a terminal wraps it.</summary>
    public void Line(string text = "") => Guard(() => console.WriteLine(text));

    /// <summary>Writes a line that begins with a word in a colour.</summary>
    public void Line(string word, string color, string rest) =>
        Guard(() => console.MarkupLineInterpolated($"[{color}]{word}[/]  {rest}"));

    /// <summary>Writes a table.</summary>
    public void Table(Table table) => Guard(() => TerminalTables.Write(console, table));

    /// <summary>A screen on standard error: for progress while standard output is for other programs.</summary>
    public static Screen OfErrors() =>
        new(
            AnsiConsole.Create(
                new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) }
            )
        );

    /// <summary>Writes text for other programs: nothing is wrapped, coloured or padded.</summary>
    public static void Raw(string text) => Raw(output => output.Write(text));

    /// <summary>Writes text for other programs, piece by piece: nothing is wrapped, coloured or padded.</summary>
    public static void Raw(Action<TextWriter> write) => Guard(() => write(System.Console.Out));

    /// <summary>Says on standard error why something ends otherwise than it should; one line.</summary>
    public static void Complain(string text) =>
        System.Console.Error.WriteLine(text.ReplaceLineEndings(" "));

    // The system says what is wrong, but not with which file.
    private static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (IOException error)
        {
            throw new UsageException(
                $"what is to be shown can't be written ({error.Message}); send it elsewhere"
            );
        }
    }
}
