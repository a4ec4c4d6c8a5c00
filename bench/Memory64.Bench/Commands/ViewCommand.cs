using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Machines;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;

namespace Memory64.Bench.Commands;

/// <summary><c>view</c>: the page to explore in, opened in the browser at this machine's results.</summary>
internal static class ViewCommand
{
    public static Command Build(Screen screen)
    {
        var results = CommonOptions.Results();
        var command = new Command(
            "view",
            "Open the page to explore results in, at this machine's newest ones where there are any."
        )
        {
            results,
        };
        command.SetAction(parsed =>
        {
            var folder = ResultsFolder.Of(parsed.GetValue(results));
            var page = Path.Combine(folder, Publisher.ExplorerName);
            if (!File.Exists(page))
            {
                throw new UsageException(
                    $"view: {page} is not there; {Repository.Launcher} publish writes it"
                );
            }

            var address = AddressOf(page, MachineProbe.Read().Id, new RunFolder(folder).Machines());
            screen.Line(address);
            Open(address);
            return ExitCode.Success;
        });
        return command;
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
