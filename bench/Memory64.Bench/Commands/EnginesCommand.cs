using System.CommandLine;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Engines.Store;
using Memory64.Results.Tables;

namespace Memory64.Bench.Commands;

/// <summary><c>engines</c> and <c>engines get</c>.</summary>
internal static class EnginesCommand
{
    public static Command Build(Screen screen)
    {
        var version = new Argument<string>("version")
        {
            Description =
                "Three numbers, such as 36.0.0; or V8 by the version of its Node.js, such as v8@26.10.0.",
        };
        var get = new Command("get", "Find that version, or download it.") { version };
        get.SetAction(parsed => Get(screen, parsed.GetValue(version)!));
        var command = new Command("engines", "List the engines that are at hand.") { get };
        command.SetAction(_ => List(screen));
        return command;
    }

    private static int List(Screen screen)
    {
        screen.Table(
            new(
                "Engines at hand",
                "",
                [
                    new("version", ColumnAlignment.Left),
                    new("origin", ColumnAlignment.Left) { Rank = ColumnRank.Detail },
                    new("SHA-256", ColumnAlignment.Left) { Rank = ColumnRank.Figure },
                    new("place", ColumnAlignment.Left) { IsProse = true },
                ],
                [.. EngineLocator.Store.AtHand().Select(RowOf)],
                []
            )
        );
        return ExitCode.Success;
    }

    private static TableRow RowOf(EngineAtHand engine) =>
        new(
            engine.Place,
            [
                new(engine.Version),
                new(engine.Origin),
                engine.Sha256 is { } hash ? new(EngineLocator.ShortHash(hash)) : TableCell.None,
                new(engine.Problem is null ? engine.Place : $"{engine.Place}: {engine.Problem}"),
            ]
        );

    private static int Get(Screen screen, string version)
    {
        screen.Line($"looking for {version}; a download may take minutes");
        var engine = EngineLocator.Store.Get(version);
        screen.Line($"{engine.Version} ({engine.Origin}) {engine.Sha256} {engine.LibraryPath}");
        return ExitCode.Success;
    }
}
