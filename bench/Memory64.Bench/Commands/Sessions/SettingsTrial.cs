using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;
using Memory64.Wasmtime;

namespace Memory64.Bench.Commands.Sessions;

/// <summary>
/// Asks engines whether they accept what cases set on them. Each is asked in a process of its own, because Wasmtime's C API
/// ends the process whose settings it refuses; its message is then on standard error.
/// </summary>
/// <param name="start">Starts this program with arguments; returns its exit code and what it wrote to standard error.</param>
internal sealed class SettingsTrial(Func<string[], (int ExitCode, string Error)> start)
{
    private const string Name = "try-settings";

    private const string Wide = "memory64",
        Narrow = "memory32";

    private readonly Dictionary<
        (string Library, EngineConfiguration Settings),
        string?
    > _refusals = [];

    private readonly Dictionary<
        (string Library, EngineConfiguration Settings, ulong Bytes, bool Is64),
        string?
    > _noRoom = [];

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

    /// <summary>
    /// Why a memory can't be had within this process's limits on address space, in the engine's own words; asked once for each, and
    /// never where there is no limit.
    /// </summary>
    /// <param name="build">The engine.</param>
    /// <param name="settings">What is set on it.</param>
    /// <param name="bytes">Size of the memory.</param>
    /// <param name="is64">Whether it is a memory64.</param>
    public string? NoRoom(EngineBuild build, EngineConfiguration settings, ulong bytes, bool is64)
    {
        if (AddressLimits.AddressSpaceBytes() is null && AddressLimits.DataBytes() is null)
        {
            return null;
        }

        var key = (build.LibraryPath, settings, bytes, is64);
        if (!_noRoom.TryGetValue(key, out var reason))
        {
            var (exitCode, error) = start([
                Name,
                build.LibraryPath,
                JsonSerializer.Serialize(settings),
                MemoryType.PagesFor(bytes).ToString(CultureInfo.InvariantCulture),
                is64 ? Wide : Narrow,
            ]);
            reason =
                exitCode == ExitCode.Success
                    ? null
                    : $"this process's limits on address space (ulimit -v, ulimit -d) leave no room for a memory of {MemoryText.GiB(bytes)} and what the engine reserves around it: {Words(error)}";
            _noRoom.Add(key, reason);
        }

        return reason;
    }

    /// <summary>The hidden command of the process that is started.</summary>
    public static Command Build()
    {
        var library = new Argument<string>("LIBRARY");
        var settings = new Argument<string>("SETTINGS");
        var pages = new Argument<ulong>("PAGES") { DefaultValueFactory = _ => 0 };
        var kind = new Argument<string>("KIND") { DefaultValueFactory = _ => Wide };
        var command = new Command(Name, "Create an engine with these settings, and a memory of it.")
        {
            library,
            settings,
            pages,
            kind,
        };
        command.Hidden = true;
        command.SetAction(parsed =>
            Create(
                parsed.GetValue(library)!,
                parsed.GetValue(settings)!,
                new(parsed.GetValue(pages), null, parsed.GetValue(kind) == Wide)
            )
        );
        return command;
    }

    /// <summary>What the started process does: creates an engine and a memory, and ends with it where either is refused.</summary>
    private static int Create(string library, string settings, MemoryType memory)
    {
        using var engine = JsonSerializer
            .Deserialize<EngineConfiguration>(settings)!
            .CreateEngine(WasmtimeLibrary.Load(library));
        if (memory.Minimum > 0)
        {
            using var store = new Store(engine);
            _ = new Memory(store, memory);
        }

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
