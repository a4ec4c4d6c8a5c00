using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines;
using Memory64.Engines;
using Memory64.Wasmtime;

namespace Memory64.Bench.Harness.Requirements;

/// <summary>What a case finds: a machine, and an engine where one is chosen.</summary>
public sealed record Surroundings
{
    /// <summary>Memory that may be used now.</summary>
    public required ulong AvailableBytes { get; init; }

    /// <summary>See <see cref="AvailableMemory.CommittableBytes"/>.</summary>
    public required ulong? CommittableBytes { get; init; }

    /// <summary>The engine, or <see langword="null"/> where none is chosen.</summary>
    public (EngineBuild Build, WasmtimeLibrary Library)? Engine { get; init; }

    /// <summary>Version of the official .NET API that the program was built with.</summary>
    public string OfficialVersion { get; init; } = "";

    /// <summary>Why the engine refuses settings that it knows, in its own words, or <see langword="null"/>.</summary>
    public Func<EngineConfiguration, string?> Refusal { get; init; } = _ => null;

    /// <summary>This machine now, without an engine.</summary>
    public static Surroundings OfMachine() =>
        new()
        {
            AvailableBytes = AvailableMemory.Bytes(),
            CommittableBytes = AvailableMemory.CommittableBytes(),
        };
}
