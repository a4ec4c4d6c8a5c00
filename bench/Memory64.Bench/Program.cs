using System.ComponentModel;
using System.Text;
using Memory64.Bench.Commands;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Rounds;
using Memory64.Code;
using Memory64.Engines.Identity;
using Memory64.Results.Comparisons;
using Memory64.Results.RunFiles;
using Memory64.Wasmtime;
using Spectre.Console;

if (args is [MeasuredProcess.Argument])
{
    return MeasuredProcess.Run();
}

if (Console.IsOutputRedirected)
{
    // What is written to files and pipes is read by other programs, whatever the terminal's encoding.
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    // Whoever reads a file or a pipe wraps lines as they like.
    AnsiConsole.Console.Profile.Width = 1_000;
}

try
{
    return new CommandTree(new Screen(AnsiConsole.Console)).Run(args);
}
catch (Exception exception)
    when (exception
            is UsageException
                or CodeException
                or EngineException
                or RunFileException
                or WasmtimeException
                or MeasurementException
                or GuestEngineException
                or ComparisonException
                or IOException
                or UnauthorizedAccessException
                or Win32Exception
    )
{
    // What the system says may come in several lines.
    Screen.Complain(exception.Message);
    return ExitCode.Usage;
}
