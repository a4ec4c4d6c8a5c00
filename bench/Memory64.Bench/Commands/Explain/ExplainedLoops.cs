using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Loops;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Running;
using Memory64.Code;
using Memory64.Engines.Identity;
using Memory64.Wasmtime;

namespace Memory64.Bench.Commands.Explain;

/// <summary>The loops of a case and of its controls, on engines.</summary>
internal static class ExplainedLoops
{
    private static readonly string[] Twins =
    [
        nameof(MemoryKind.memory32),
        nameof(MemoryKind.native),
    ];

    /// <summary>Engine by engine the case's loop, then those of its memory32 and its native control, where it has them.</summary>
    /// <param name="measured">A case that times a loop.</param>
    /// <param name="engines">At least one.</param>
    /// <param name="refusal">Why an engine refuses settings that it knows, or <see langword="null"/>.</param>
    /// <exception cref="UsageException">An engine can't have the settings of the case.</exception>
    /// <exception cref="CodeException">The code of one can't be read.</exception>
    public static IReadOnlyList<ExplainedLoop> Of(
        Case measured,
        IReadOnlyList<PlannedEngine> engines,
        Func<PlannedEngine, EngineConfiguration, string?> refusal
    )
    {
        var reader = new LoopReader();
        return
        [
            .. from engine in engines
            from shown in ControlsOf(measured).Prepend(measured)
            let found = engine.Build.Kind == EngineKind.V8
                ? reader.FindInV8(RequireOnV8(shown, engine).Description, engine.Build.LibraryPath)
                : reader.Find(shown.Description, () => LibraryOf(engine, shown, refusal))
            where found is not null
            select new ExplainedLoop(engine.Id, MemoryOf(shown), found),
        ];
    }

    private static Case RequireOnV8(Case shown, PlannedEngine engine) =>
        shown.Description is { Guest: not null, NotOnV8: { } reason }
            ? throw new UsageException(
                $"{shown.Id} on {engine.Id}: {reason}; explain it on another --engine"
            )
            : shown;

    /// <summary>Its controls that are the same work on another memory.</summary>
    internal static IEnumerable<Case> ControlsOf(Case measured) =>
        from control in measured.Controls
        where Twins.Contains(control.Key)
        select measured.Catalog.Find(control.Value)!;

    /// <summary>On which memory a case works.</summary>
    internal static string MemoryOf(Case shown) =>
        shown.Parameters.Single(parameter => parameter.Key == MemoryControls.Parameter).Value;

    /// <summary>An engine's library, for a case.</summary>
    /// <exception cref="UsageException">It can't have the settings of the case.</exception>
    internal static WasmtimeLibrary LibraryOf(
        PlannedEngine engine,
        Case shown,
        Func<PlannedEngine, EngineConfiguration, string?> refusal
    )
    {
        if (engine.Build.Kind != EngineKind.Wasmtime)
        {
            throw new UsageException(
                $"{shown.Id} on {engine.Id}: the loops of your own modules are counted in Wasmtime alone; explain it on another --engine"
            );
        }

        var library = LoadedEngines.Of(engine.Build.LibraryPath);
        var settings = shown.Description.Settings;
        return (settings.ReasonToSkip(library) ?? refusal(engine, settings)) is { } reason
            ? throw new UsageException(
                $"{shown.Id} on {engine.Id}: {reason}; explain it on another --engine"
            )
            : library;
    }
}
