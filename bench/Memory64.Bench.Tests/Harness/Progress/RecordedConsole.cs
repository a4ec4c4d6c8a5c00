using Spectre.Console;

namespace Memory64.Bench.Tests.Harness.Progress;

/// <summary>A console that is no terminal and wide enough for every line.</summary>
internal sealed class RecordedConsole : IDisposable
{
    private readonly StringWriter _writer = new();

    internal RecordedConsole()
    {
        Console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(_writer),
            }
        );
        Console.Profile.Width = 1_000;
    }

    internal IAnsiConsole Console { get; }

    internal string[] Lines =>
        _writer
            .ToString()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => _writer.Dispose();
}
