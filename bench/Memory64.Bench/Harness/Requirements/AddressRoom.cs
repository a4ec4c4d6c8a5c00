using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Limits;

namespace Memory64.Bench.Harness.Requirements;

/// <summary>Address space for a memory, with what an engine reserves around it, where this process has a limit.</summary>
/// <param name="Settings">What is set on the engine.</param>
/// <param name="Guest">The guest, or <see langword="null"/> for a native control, which reserves what it uses.</param>
/// <param name="Bytes">Most that is accessible at one time; 0 passes always.</param>
public sealed record AddressRoom(EngineConfiguration Settings, Guest? Guest, ulong Bytes)
    : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here) =>
        Bytes == 0 ? null
        : Guest is null ? MemoryPreflight.ReasonToSkipAddresses(Bytes, here.AddressBytes)
        : here.Engine is (var build, { }) ? here.NoRoom(build, Settings, Bytes, Guest.Is64)
        : null;
}
