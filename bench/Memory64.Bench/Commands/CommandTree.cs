using System.CommandLine;
using Memory64.Bench.Commands.Compare;
using Memory64.Bench.Commands.Duels;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Explain;
using Memory64.Bench.Commands.Run;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Commands.Verify;
using Memory64.Bench.Commands.View;
using Memory64.Bench.Harness;

namespace Memory64.Bench.Commands;

/// <summary>The commands, as <c>--help</c> shows them. Each owns its options.</summary>
internal sealed class CommandTree(Screen screen)
{
    /// <summary>Runs one command line and returns the exit code.</summary>
    /// <exception cref="UsageException">It can't be understood.</exception>
    public int Run(IReadOnlyList<string> arguments)
    {
        // What follows a bare -- is BenchmarkDotNet's.
        var own = arguments.TakeWhile(argument => argument != "--").ToArray();
        var theirs = arguments.Skip(own.Length + 1).ToArray();
        var result = Build(theirs).Parse(own);
        return result.Errors.Count == 0
            ? result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
            : throw new UsageException(
                $"{result.Errors[0].Message.ReplaceLineEndings(" ")} See {Repository.Launcher} --help."
            );
    }

    private RootCommand Build(string[] benchmarkDotNet)
    {
        var root = new RootCommand(
            "Measures what a WebAssembly memory above 4 GiB costs in Wasmtime. What follows -- goes to BenchmarkDotNet; in PowerShell write '--', because it takes a bare one for itself."
        );
        RunCommandLine.AddTo(root, screen, benchmarkDotNet, VerifyCommand.Start);
        var run = new Command(
            "run",
            "Verify, measure, print, record and publish: what no command at all does too."
        );
        RunCommandLine.AddTo(run, screen, benchmarkDotNet, VerifyCommand.Start);
        foreach (
            var command in (Command[])
                [
                    run,
                    VerifyCommand.Build(screen),
                    DoctorCommand.Build(screen),
                    EnginesCommand.Build(screen),
                    CompareCommand.Build(screen),
                    DuelCommand.Build(screen),
                    BisectCommand.Build(screen),
                    HistoryCommand.Build(screen),
                    ExplainCommand.Build(screen),
                    PublishCommand.Build(screen),
                    ViewCommand.Build(screen),
                    ExportCommand.Build(),
                    SettingsTrial.Build(),
                ]
        )
        {
            root.Subcommands.Add(command);
        }

        return root;
    }
}
