using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Tests.Harness.Measured;
using Memory64.Bench.Tests.Results;
using Memory64.Results.Exports;
using Spectre.Console;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Screens;

[Collection(ConsoleCollection.Name)]
public sealed class ScreenTests
{
    [Fact]
    public void A_full_disk_is_one_line_whatever_is_written()
    {
        using var full = new FullDisk();
        var before = Console.Out;
        Console.SetOut(full);
        try
        {
            var screen = new Screen(
                AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(full) })
            );
            Action[] writes =
            [
                () => screen.Line("text"),
                () => screen.Line("PASS", "green", "text"),
                () => screen.Table(new("title", "", [], [], [])),
                () => Screen.Raw("text"),
                () => Screen.Raw(output => CsvExport.Write([TestRuns.Rich()], output)),
            ];
            Assert.All(
                writes,
                write =>
                    Assert.Equal(
                        $"what is to be shown can't be written ({FullDisk.Problem}); send it elsewhere",
                        Assert.Throws<UsageException>(write).Message
                    )
            );
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
