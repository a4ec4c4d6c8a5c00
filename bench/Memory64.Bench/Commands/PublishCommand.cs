using System.CommandLine;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;

namespace Memory64.Bench.Commands;

/// <summary><c>publish</c>: pages from run files, and the proof that they are nothing else.</summary>
internal static class PublishCommand
{
    public static Command Build(Screen screen)
    {
        var results = CommonOptions.Results();
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
            Execute(screen, ResultsFolder.Of(parsed.GetValue(results)), parsed.GetValue(check))
        );
        return command;
    }

    private static int Execute(Screen screen, string folder, bool check)
    {
        if (new RunFolder(folder).Machines().Count == 0)
        {
            throw new UsageException(
                $"publish: {folder} holds no run file; run {Repository.Launcher} first"
            );
        }

        if (!check)
        {
            ResultsFolder.RequireWritable(folder);
            foreach (var page in Publisher.Publish(folder, Suite.Book, Repository.ReadmeOf(folder)))
            {
                screen.Line(page.Path);
            }

            return ExitCode.Success;
        }

        var problems = Publisher.Check(folder, Suite.Book, Repository.ReadmeOf(folder));
        foreach (var problem in problems)
        {
            screen.Line($"{problem}; run {Repository.Launcher} publish");
        }

        return problems.Count == 0 ? ExitCode.Success : ExitCode.Failed;
    }
}
