using System.CommandLine;
using System.Text.Json;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Running;
using Memory64.Wasmtime;

namespace Memory64.Bench.Commands.Shared;

/// <summary>
/// Asks engines whether they accept what cases set on them. Each is asked in a process of its own, because Wasmtime's C API
/// ends the process whose settings it refuses; its message is then on standard error.
/// </summary>
/// <param name="start">Starts this program with arguments; returns its exit code and what it wrote to standard error.</param>
internal sealed class SettingsTrial(Func<string[], (int ExitCode, string Error)> start)
{
    private const string Name = "try-settings";

    private readonly Dictionary<
        (string Library, EngineConfiguration Settings),
        string?
    > _refusals = [];

    /// <summary>Why the engine refuses the settings, in its own words, or <see langword="null"/>; asked once for each.</summary>
    public string? Refusal(PlannedEngine engine, EngineConfiguration settings)
    {
        if (settings == EngineConfiguration.Default)
        {
            return null;
        }

        var key = (engine.Build.LibraryPath, settings);
        if (!_refusals.TryGetValue(key, out var refusal))
        {
            var (exitCode, error) = start([
                Name,
                engine.Build.LibraryPath,
                JsonSerializer.Serialize(settings),
            ]);
            refusal =
                exitCode == ExitCode.Success
                    ? null
                    : $"the engine refuses these settings: {Words(error)} (exit code {exitCode})";
            _refusals.Add(key, refusal);
        }

        return refusal;
    }

    /// <summary>The hidden command of the process that is started.</summary>
    public static Command Build()
    {
        var library = new Argument<string>("LIBRARY");
        var settings = new Argument<string>("SETTINGS");
        var command = new Command(Name, "Create an engine with these settings.")
        {
            library,
            settings,
        };
        command.Hidden = true;
        command.SetAction(parsed => Create(parsed.GetValue(library)!, parsed.GetValue(settings)!));
        return command;
    }

    /// <summary>What the started process does: creates an engine, and ends with it where it is refused.</summary>
    private static int Create(string library, string settings)
    {
        using var engine = JsonSerializer
            .Deserialize<EngineConfiguration>(settings)!
            .CreateEngine(WasmtimeLibrary.Load(library));
        return ExitCode.Success;
    }

    // A panic of Rust says where it happened, then what happened, then how it came there or how to see that.
    private static string Words(string error)
    {
        var lines = error.Split('\n', StringSplitOptions.TrimEntries);
        var panic = Array.FindIndex(
            lines,
            line => line.Contains(" panicked at ", StringComparison.Ordinal)
        );
        var said = lines
            .Skip(panic + 1)
            .TakeWhile(line =>
                !line.StartsWith("note: ", StringComparison.Ordinal)
                && !line.StartsWith("stack backtrace:", StringComparison.Ordinal)
            );
        return OneLine.Of(string.Join(' ', said));
    }
}
