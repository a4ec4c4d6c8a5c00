using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Engines.Identity;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Requirements;

/// <summary>What a case finds: a machine, and an engine where one is chosen.</summary>
public sealed record Surroundings
{
    /// <summary>Memory that may be used now.</summary>
    public required ulong AvailableBytes { get; init; }

    /// <summary>See <see cref="AvailableMemory.CommittableBytes"/>.</summary>
    public required ulong? CommittableBytes { get; init; }

    /// <summary>See <see cref="AddressLimits.BytesLeft"/>.</summary>
    public ulong? AddressBytes { get; init; }

    /// <summary>The engine, or <see langword="null"/> where none is chosen; its library where it is Wasmtime.</summary>
    public (EngineBuild Build, WasmtimeLibrary? Library)? Engine { get; init; }

    /// <summary>Why the engine refuses settings that it knows, in its own words, or <see langword="null"/>.</summary>
    public Func<EngineConfiguration, string?> Refusal { get; init; } = _ => null;

    /// <summary>
    /// Why an engine with such settings can't have a memory of so many bytes, a memory64 or not, within this process's limits on address
    /// space, in its own words; <see langword="null"/> where it can, and where there is no limit.
    /// </summary>
    public Func<EngineBuild, EngineConfiguration, ulong, bool, string?> NoRoom { get; init; } =
        (_, _, _, _) => null;

    /// <summary>This machine now, without an engine.</summary>
    public static Surroundings OfMachine() =>
        new()
        {
            AvailableBytes = AvailableMemory.Bytes(),
            CommittableBytes = AvailableMemory.CommittableBytes(),
            AddressBytes = AddressLimits.BytesLeft(),
        };
}
