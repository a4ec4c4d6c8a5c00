using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Running;

/// <summary>What a run will measure and what it will skip, decided before the first round.</summary>
/// <param name="Profile">The profile whose cases these are.</param>
/// <param name="Rounds">How often each case is measured, each time in a process of its own.</param>
/// <param name="Cases">Every case on every engine, in the order of a round.</param>
public sealed record MeasurementPlan(Profile Profile, int Rounds, IReadOnlyList<PlannedCase> Cases)
{
    /// <summary>The engines, in the order in which they take turns.</summary>
    public IEnumerable<EngineRun> Engines => Cases.Select(planned => planned.Engine).Distinct();

    /// <summary>The cases that will be measured.</summary>
    public IEnumerable<PlannedCase> Measured => Cases.Where(planned => planned.SkipReason is null);

    /// <summary>Plans the cases on the engines, and asks engines and machine what they can't do.</summary>
    /// <param name="profile">The profile whose cases these are.</param>
    /// <param name="rounds">1 or more.</param>
    /// <param name="engines">At least one; they take turns within each case.</param>
    /// <param name="cases">What to measure.</param>
    /// <param name="officialVersion">Version of the official .NET API that the program was built with.</param>
    /// <param name="availableBytes">Memory that may be used now.</param>
    /// <param name="committableBytes">Memory that may be made accessible now, where the system charges that.</param>
    /// <param name="refusal">Why an engine refuses settings that it knows, or <see langword="null"/>.</param>
    /// <exception cref="WasmtimeException">An engine can't be loaded.</exception>
    public static MeasurementPlan Create(
        Profile profile,
        int rounds,
        IReadOnlyList<EngineRun> engines,
        IReadOnlyList<Case> cases,
        string officialVersion,
        ulong availableBytes,
        ulong? committableBytes,
        Func<EngineRun, EngineConfiguration, string?> refusal
    )
    {
        var libraries = engines
            .DistinctBy(engine => engine.Build.LibraryPath)
            .ToDictionary(
                engine => engine.Build.LibraryPath,
                engine => WasmtimeLibrary.Load(engine.Build.LibraryPath),
                StringComparer.Ordinal
            );
        return new(
            profile,
            rounds,
            [
                .. from measured in cases
                from engine in engines
                let library = libraries[engine.Build.LibraryPath]
                let reason = ReasonOfEngine(measured.Description, engine, library, officialVersion)
                    ?? MemoryPreflight.ReasonToSkip(
                        measured.Description.ResidentBytes,
                        availableBytes
                    )
                    ?? MemoryPreflight.ReasonToSkipUntouched(
                        measured.Description.AccessibleBytes,
                        committableBytes
                    )
                    ?? refusal(engine, measured.Description.Settings)
                select new PlannedCase(engine, measured, reason),
            ]
        );
    }

    private static string? ReasonOfEngine(
        CaseDescription description,
        EngineRun engine,
        WasmtimeLibrary library,
        string officialVersion
    ) =>
        description.NeedsOfficialApi && Major(engine.Build.Version) != Major(officialVersion)
            ? $"the official .NET API {officialVersion} runs on engines of its own version only, not on {engine.Build.Version}"
            : description.Settings.ReasonToSkip(library)
                ?? (description.Settings.AsksForHugePages ? HugePages.ReasonToSkip() : null);

    private static string Major(string version) => version.Split('.')[0];
}
