using System.CommandLine;
using Memory64.Bench.Harness;
using Memory64.Engines;
using Spectre.Console;

namespace Memory64.Bench.Commands;

/// <summary>The commands and their options, as <c>--help</c> shows them.</summary>
internal sealed class CommandTree
{
    private readonly RunCommandLine _run = new();
    private readonly IAnsiConsole _console;

    public CommandTree(IAnsiConsole console) => _console = console;

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
        var run = new Command(
            "run",
            "Verify, measure, print, record and publish: what no command at all does too."
        );
        var root = new RootCommand(
            "Measures what a WebAssembly memory above 4 GiB costs in Wasmtime. What follows -- goes to BenchmarkDotNet; in PowerShell write '--', because it takes a bare one for itself."
        );
        foreach (var command in (Command[])[root, run])
        {
            _run.AddTo(command);
            command.SetAction(parsed =>
                new RunCommand(_console, _run.Read(parsed, benchmarkDotNet)).Execute()
            );
        }

        root.Subcommands.Add(run);
        root.Subcommands.Add(BuildVerify());
        root.Subcommands.Add(BuildDoctor());
        root.Subcommands.Add(BuildEngines());
        root.Subcommands.Add(BuildCompare());
        root.Subcommands.Add(BuildPublish());
        root.Subcommands.Add(BuildExport());
        root.Subcommands.Add(BuildTrySettings());
        return root;
    }

    private Command BuildVerify() =>
        BuildOnEngine(
            "verify",
            "Prove on an engine that memories above 4 GiB are what they claim to be.",
            VerifyCommand.Execute
        );

    private Command BuildDoctor() =>
        BuildOnEngine(
            "doctor",
            "Say what this machine can measure, what it must skip and why, and what will make it noisy.",
            DoctorCommand.Execute
        );

    private Command BuildOnEngine(
        string name,
        string description,
        Func<IAnsiConsole, EngineBuild, int> execute
    )
    {
        var engine = new Option<string?>("--engine", "-e")
        {
            Description = _run.Engines.Description,
            HelpName = _run.Engines.HelpName,
        };
        var command = new Command(name, description) { engine };
        command.SetAction(parsed => execute(_console, EngineLocator.Find(parsed.GetValue(engine))));
        return command;
    }

    private Command BuildEngines()
    {
        var version = new Argument<string>("version")
        {
            Description = "Three numbers, such as 36.0.0.",
        };
        var get = new Command("get", "Find that version, or download it.") { version };
        get.SetAction(parsed => EnginesCommand.Get(_console, parsed.GetValue(version)!));
        var command = new Command("engines", "List the engines that are at hand.") { get };
        command.SetAction(_ => EnginesCommand.List(_console));
        return command;
    }

    private Command BuildCompare()
    {
        var baseName = new Argument<string>("BASE")
        {
            Description = "Run file, machine folder, or engine version measured on this machine.",
        };
        var newName = new Argument<string>("NEW")
        {
            Description = "Likewise; ratios are NEW over BASE.",
        };
        var alpha = new Option<double>("--alpha")
        {
            Description =
                "What a one-sided p-value must be less than; above 0, below 0.5. Default: 0.01.",
            DefaultValueFactory = _ => 0.01,
            CustomParser = result =>
                NumberOption.RealOf(
                    result,
                    alpha => alpha is > 0 and < 0.5,
                    "a number above 0 and below 0.5 (0.01 is 1 %)"
                ),
        };
        var threshold = new Option<double>("--threshold")
        {
            Description = "Share by which times must differ to matter, 0 to 1000. Default: 0.02.",
            DefaultValueFactory = _ => 0.02,
            CustomParser = result =>
                NumberOption.RealOf(
                    result,
                    threshold => threshold is >= 0 and <= 1000,
                    "a number from 0 to 1000 (0.02 is 2 %)"
                ),
        };
        var json = new Option<bool>("--json")
        {
            Description = "Write a JSON array, an object a case.",
        };
        var markdown = new Option<bool>("--markdown") { Description = "Write Markdown." };
        var failOn = new Option<string?>("--fail-on")
        {
            Description = "slower: exit with 1 where a case became slower.",
            HelpName = "slower",
        };
        failOn.AcceptOnlyFromAmong("slower");
        var results = NewResults();
        var command = new Command(
            "compare",
            "Compare two engines or machines case by case, with verdicts."
        )
        {
            baseName,
            newName,
            alpha,
            threshold,
            json,
            markdown,
            failOn,
            results,
        };
        command.SetAction(parsed =>
            CompareCommand.Execute(
                _console,
                new CompareOptions
                {
                    Base = parsed.GetValue(baseName)!,
                    New = parsed.GetValue(newName)!,
                    Results = ResultsFolder.Of(parsed.GetValue(results)),
                    Alpha = parsed.GetValue(alpha),
                    Threshold = parsed.GetValue(threshold),
                    Json = parsed.GetValue(json),
                    Markdown = parsed.GetValue(markdown),
                    FailOnSlower = parsed.GetValue(failOn) is not null,
                }
            )
        );
        return command;
    }

    private Command BuildExport()
    {
        var csv = new Option<bool>("--csv")
        {
            Description = "Comma-separated values on standard output, a row a round.",
        };
        var results = NewResults();
        var command = new Command("export", "Write every recorded round for other programs.")
        {
            csv,
            results,
        };
        command.SetAction(parsed =>
            ExportCommand.Execute(parsed.GetValue(csv), ResultsFolder.Of(parsed.GetValue(results)))
        );
        return command;
    }

    private Command BuildPublish()
    {
        var results = NewResults();
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; fail where a page differs from its run files.",
        };
        var command = new Command(
            "publish",
            "Write the pages of the results folder from its run files."
        )
        {
            results,
            check,
        };
        command.SetAction(parsed =>
            PublishCommand.Execute(
                _console,
                ResultsFolder.Of(parsed.GetValue(results)),
                parsed.GetValue(check)
            )
        );
        return command;
    }

    // The program's own way to find out what an engine refuses: see SettingsTrial.
    private static Command BuildTrySettings()
    {
        var library = new Argument<string>("LIBRARY");
        var settings = new Argument<string>("SETTINGS");
        var command = new Command(SettingsTrial.Command, "Create an engine with these settings.")
        {
            library,
            settings,
        };
        command.Hidden = true;
        command.SetAction(parsed =>
            SettingsTrial.Create(parsed.GetValue(library)!, parsed.GetValue(settings)!)
        );
        return command;
    }

    private Option<string?> NewResults() =>
        new("--results")
        {
            Description = _run.Results.Description,
            HelpName = _run.Results.HelpName,
        };
}
