using System.CommandLine;
using Memory64.Bench.Commands.Shared;
using Spectre.Console;

namespace Memory64.Bench.Commands;

/// <summary><c>engines</c> and <c>engines get</c>.</summary>
internal static class EnginesCommand
{
    public static Command Build(Screen screen)
    {
        var version = new Argument<string>("version")
        {
            Description = "Three numbers, such as 36.0.0.",
        };
        var get = new Command("get", "Find that version, or download it.") { version };
        get.SetAction(parsed => Get(screen, parsed.GetValue(version)!));
        var command = new Command("engines", "List the engines that are at hand.") { get };
        command.SetAction(_ => List(screen));
        return command;
    }

    private static int List(Screen screen)
    {
        var table = new Table()
            .Border(TableBorder.Minimal)
            .AddColumns("version", "origin", "SHA-256", "place");
        foreach (var engine in EngineLocator.Store.AtHand())
        {
            table.AddRow(
                new Text(engine.Version),
                new Text(engine.Origin),
                new Text(engine.Sha256 is { } hash ? EngineLocator.ShortHash(hash) : "–"),
                new Text(
                    engine.Problem is null ? engine.Place : $"{engine.Place}: {engine.Problem}"
                )
            );
        }

        screen.Console.Write(table);
        return ExitCode.Success;
    }

    private static int Get(Screen screen, string version)
    {
        screen.Line($"looking for Wasmtime {version}; a download may take minutes");
        var engine = EngineLocator.Store.Get(version);
        screen.Line($"{engine.Version} ({engine.Origin}) {engine.Sha256} {engine.LibraryPath}");
        return ExitCode.Success;
    }
}
