using Spectre.Console;

namespace Memory64.Bench.Commands;

/// <summary><c>engines</c> and <c>engines get</c>.</summary>
internal static class EnginesCommand
{
    public static int List(IAnsiConsole console)
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

        console.Write(table);
        return ExitCode.Success;
    }

    public static int Get(IAnsiConsole console, string version)
    {
        console.WriteLine($"looking for Wasmtime {version}; a download may take minutes");
        var engine = EngineLocator.Store.Get(version);
        console.WriteLine(
            $"{engine.Version} ({engine.Origin}) {engine.Sha256} {engine.LibraryPath}"
        );
        return ExitCode.Success;
    }
}
