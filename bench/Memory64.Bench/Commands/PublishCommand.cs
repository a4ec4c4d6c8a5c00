using Memory64.Bench.Harness;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Spectre.Console;

namespace Memory64.Bench.Commands;

/// <summary><c>publish</c>: pages from run files, and the proof that they are nothing else.</summary>
internal static class PublishCommand
{
    public static int Execute(IAnsiConsole console, string folder, bool check)
    {
        if (new RunFolder(folder).Machines().Count == 0)
        {
            throw new UsageException(
                $"publish: {folder} holds no run file; run ./run-bench.sh first"
            );
        }

        if (!check)
        {
            ResultsFolder.RequireWritable(folder);
            foreach (var page in Publisher.Publish(folder, Repository.ReadmeOf(folder)))
            {
                console.WriteLine(page.Path);
            }

            return ExitCode.Success;
        }

        var stale = Publisher
            .Render(folder, Repository.ReadmeOf(folder))
            .Where(page => !File.Exists(page.Path) || File.ReadAllText(page.Path) != page.Text)
            .ToList();
        foreach (var page in stale)
        {
            console.WriteLine(
                $"{page.Path} is not what its run files give; run ./run-bench.sh publish"
            );
        }

        return stale.Count == 0 ? ExitCode.Success : ExitCode.Failed;
    }
}
