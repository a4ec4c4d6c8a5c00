using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Running;

/// <summary>A case on an engine.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Case">The case.</param>
/// <param name="SkipReason">Why it won't be measured, or <see langword="null"/>.</param>
public sealed record PlannedCase(PlannedEngine Engine, Case Case, string? SkipReason)
{
    /// <summary>What it is measured against, in turns.</summary>
    public IReadOnlyList<PlannedDuel> Duels { get; init; } = [];

    /// <summary>The case, as a measured process is told of it.</summary>
    public SideOrder Side => SideOf(Engine, Case, Engine.Build.LibraryPath);

    /// <summary>A case on an engine, likewise.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="measured">The case.</param>
    /// <param name="library">Absolute path of the engine's library, or of a copy of it.</param>
    public static SideOrder SideOf(PlannedEngine engine, Case measured, string library) =>
        new(
            engine.Id,
            measured.Id,
            measured.Descriptor.Type.FullName!,
            measured.Method,
            measured.Values.Items.ToDictionary(value => value.Name, value => $"{value.Value}"),
            engine.Build.Kind,
            library,
            measured.Description.Operations,
            measured.Description.Sampling.IterationTime is not null,
            measured.Description.Sampling.Warmups
        );
}
