using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Records;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;

namespace Memory64.Bench.Commands.View;

/// <summary>
/// <c>view</c>: the page to explore in, opened in the browser at this machine's results, or at the run that is under way.
/// </summary>
internal static class ViewCommand
{
    // Looking at a run takes time of the cores that it measures on.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Command Build(Screen screen)
    {
        var results = CommonOptions.Results();
        var command = new Command(
            "view",
            "Open the page to explore results in, at this machine's newest ones where there are any. While a run is under way, show it as it grows; looking takes a little of the processor that it measures on."
        )
        {
            results,
        };
        command.SetAction(parsed =>
        {
            var folder = ResultsFolder.Of(parsed.GetValue(results));
            var page = Path.Combine(folder, Publisher.ExplorerName);
            if (RunLock.IsHeldIn(folder))
            {
                Follow(screen, folder, page);
                return ExitCode.Success;
            }

            if (!File.Exists(page))
            {
                throw new UsageException(
                    $"view: {page} is not there; {Repository.Launcher} publish writes it"
                );
            }

            var runs = new RunFolder(folder);
            var address = AddressOf(page, runs.Named(MachineProbe.Read()).Id, runs.Machines());
            screen.Line(address);
            Open(address);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Follow(Screen screen, string folder, string page)
    {
        var text = File.Exists(page)
            ? File.ReadAllText(page)
            : Publisher
                .Render(folder, Suite.Book, readme: null)
                .Single(made => made.Path == page)
                .Text;
        using var server = new ViewServer(folder, text, Pause);
        screen.Line($"{server.Address} until the run ends, or Ctrl+C");
        Open(server.Address);
        server.ServeAsync().GetAwaiter().GetResult();
    }

    /// <summary>The page's address, at a machine's results where it has any.</summary>
    internal static string AddressOf(string page, string machine, IEnumerable<string> machines) =>
        new Uri(page).AbsoluteUri
        + (machines.Contains(machine) ? $"#m={Uri.EscapeDataString(machine)}" : "");

    // Where there is no browser the address alone must do.
    private static void Open(string address)
    {
        try
        {
            using var browser = OperatingSystem.IsWindows()
                ? Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })
                : Process.Start(
                    new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address])
                );
        }
        catch (Win32Exception)
        {
            // Neither a fault of the page nor of the user's.
        }
    }
}
