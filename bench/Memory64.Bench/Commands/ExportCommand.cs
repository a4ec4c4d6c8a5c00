using System.CommandLine;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness;
using Memory64.Results.Exports;
using Memory64.Results.RunFiles;

namespace Memory64.Bench.Commands;

/// <summary><c>export --csv</c>: every round of every run file, for other programs.</summary>
internal static class ExportCommand
{
    public static Command Build()
    {
        var csv = new Option<bool>("--csv")
        {
            Description = "Comma-separated values on standard output, a row a round.",
        };
        var results = CommonOptions.Results();
        var command = new Command("export", "Write every recorded round for other programs.")
        {
            csv,
            results,
        };
        command.SetAction(parsed =>
            Execute(parsed.GetValue(csv), ResultsFolder.Of(parsed.GetValue(results)))
        );
        return command;
    }

    private static int Execute(bool csv, string folder)
    {
        if (!csv)
        {
            throw new UsageException("export: name a format; --csv is the one there is");
        }

        var runs = new RunFolder(folder).LoadAll();
        if (runs.Count == 0)
        {
            throw new UsageException(
                $"export: {folder} holds no run file; run {Repository.Launcher} first"
            );
        }

        Screen.Raw(output => CsvExport.Write(runs.Select(stored => stored.Run), output));
        return ExitCode.Success;
    }
}
