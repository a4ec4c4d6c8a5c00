using System.CommandLine;

namespace Memory64.Bench.Commands.Options;

/// <summary>Options that several commands have; each command makes its own.</summary>
internal static class CommonOptions
{
    private const string EngineName = "--engine";
    private const string EngineShortName = "-e";
    private const string EngineHelp = "[NAME=]VERSION|PATH";
    private const string EngineDescription =
        "Wasmtime version, v8@ and a version of Node.js, or path of a native library, wheel, nupkg, tgz or node, with a name of your own before it if you like";

    private const string EngineDefault = "Default: the Wasmtime package's own.";

    /// <summary>One engine.</summary>
    public static Option<string?> Engine() =>
        new(EngineName, EngineShortName)
        {
            Description = $"{EngineDescription}. {EngineDefault}",
            HelpName = EngineHelp,
        };

    /// <summary>Any number of engines.</summary>
    /// <param name="note">How its description goes on, with the default.</param>
    public static Option<string[]> Engines(string note = $"repeatable. {EngineDefault}") =>
        new(EngineName, EngineShortName)
        {
            Description = $"{EngineDescription}; {note}",
            HelpName = EngineHelp,
        };

    /// <summary>Which cases.</summary>
    /// <param name="note">How its description goes on.</param>
    public static Option<string[]> Filters(string note) =>
        new("--filter", "-f")
        {
            Description = $"Globs over the names of all profiles' cases{note}",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "GLOB",
        };

    /// <summary>Where results lie; read by <see cref="ResultsFolder.Of"/>.</summary>
    public static Option<string?> Results() =>
        new("--results")
        {
            Description = "Results folder. Default: results/ of the checkout.",
            HelpName = "DIR",
        };
}
