using System.CommandLine;
using System.Text.Json;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Rooms;
using Memory64.Engines.Identity;

namespace Memory64.Bench.Commands.Verify;

/// <summary><c>verify</c>: a line a check, then PASS or FAIL.</summary>
internal static class VerifyCommand
{
    private const string FoundOption = "--found";

    public static Command Build(Screen screen)
    {
        var engine = CommonOptions.Engine();

        // How a run hands on the engines that it has found: they aren't looked for again.
        var found = new Option<string?>(FoundOption) { Hidden = true };
        var rooms = new RoomSwitches();
        var command = new Command(
            "verify",
            "Prove on an engine that memories above 4 GiB are what they claim to be."
        )
        {
            engine,
            found,
        };
        rooms.AddTo(command);
        command.SetAction(parsed =>
            Execute(
                screen,
                parsed.GetValue(found) is { } build
                    ? JsonSerializer.Deserialize<EngineBuild>(build)!
                    : EngineLocator.Find(parsed.GetValue(engine)),
                rooms.Read(parsed).Inputs
            )
        );
        return command;
    }

    /// <summary>Verifies an engine in a process of its own.</summary>
    /// <returns>Whether every check passed.</returns>
    public static bool Start(EngineBuild engine) =>
        SelfProcess.Run("verify", FoundOption, JsonSerializer.Serialize(engine))
        == ExitCode.Success;

    private static int Execute(Screen screen, EngineBuild engine, Inputs inputs)
    {
        screen.Line(EngineLocator.Describe(engine));
        var available = AvailableMemory.Bytes();
        var results = new List<CheckResult>();
        var verifier = new Verifier(
            LoadedEngines.Of(engine.Kind, engine.LibraryPath),
            engine.Kind == EngineKind.Wasmtime ? LoadedEngines.Of(engine.LibraryPath) : null,
            available,
            Environment.SystemPageSize,
            [.. Found.Each<IRoomVerifier>().SelectMany(room => room.ChecksOf(inputs))]
        );
        foreach (var result in verifier.Run())
        {
            results.Add(result);
            screen.Line(
                result.Outcome.ToString().ToUpperInvariant(),
                ColorOf(result.Outcome),
                $"{result.Name}: {result.Detail}"
            );
        }

        var failed = results.Count(result => result.Outcome == CheckOutcome.Fail);
        var skipped = results.Count(result => result.Outcome == CheckOutcome.Skip);
        var left = skipped == 0 ? "" : $" ({skipped} left out for want of memory)";
        screen.Line(
            failed == 0 ? $"PASS{left}" : $"FAIL: {failed} of {results.Count} checks{left}"
        );
        return failed == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    private static string ColorOf(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Pass => "green",
            CheckOutcome.Fail => "red",
            _ => "yellow",
        };
}
