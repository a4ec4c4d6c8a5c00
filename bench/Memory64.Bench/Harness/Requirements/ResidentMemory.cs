using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Engines.Identity;

namespace Memory64.Bench.Harness.Requirements;

/// <summary>Memory that a case touches.</summary>
/// <param name="Bytes">Most at one time.</param>
/// <param name="CopiedOnV8">Bytes more, where the engine is V8.</param>
public sealed record ResidentMemory(ulong Bytes, ulong CopiedOnV8 = 0) : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here) =>
        MemoryPreflight.ReasonToSkip(
            Bytes + (here.Engine is ({ Kind: EngineKind.V8 }, _) ? CopiedOnV8 : 0),
            here.AvailableBytes
        );
}
