using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>What a case sets on its engine; <see langword="null"/> leaves the engine's default.</summary>
public sealed record EngineSettings
{
    /// <summary>Nothing set.</summary>
    public static readonly EngineSettings Default = new();

    // Few, because a slot of 16 GiB and its guard are address space; many enough that one is always free.
    private const uint PoolSlots = 8;

    /// <summary>The instance allocator.</summary>
    public Allocator Allocator { get; init; } = Allocator.OnDemand;

    /// <summary>Address space reserved for a memory before it must be relocated.</summary>
    public ByteSize? MemoryReservation { get; init; }

    /// <summary>Address space reserved beyond a memory that was relocated.</summary>
    public ByteSize? MemoryReservationForGrowth { get; init; }

    /// <summary>Why <paramref name="library"/> can't have these settings, or <see langword="null"/>.</summary>
    public string? ReasonToSkip(WasmtimeLibrary library) =>
        Allocator == Allocator.Pooling && !library.Supports(EngineFeature.PoolingAllocation)
            ? "this engine's C API has no pooling allocator (Wasmtime exports it from 32 on)"
            : null;

    /// <summary>Creates an engine with these settings.</summary>
    /// <exception cref="UnsupportedFeatureException">See <see cref="ReasonToSkip"/>.</exception>
    public Engine CreateEngine(WasmtimeLibrary library)
    {
        using var config = new Config(library);
        if (Allocator == Allocator.Pooling)
        {
            config.Pooling(new PoolingAllocation(ByteSize.GiB(16).Bytes, PoolSlots));
        }

        if (MemoryReservation is { } reservation)
        {
            config.MemoryReservation(reservation.Bytes);
        }

        if (MemoryReservationForGrowth is { } forGrowth)
        {
            config.MemoryReservationForGrowth(forGrowth.Bytes);
        }

        return new Engine(config);
    }

    /// <summary>The settings as they go into the record.</summary>
    public SortedDictionary<string, string> Describe()
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Allocator == Allocator.Pooling)
        {
            settings["allocator"] = "pooling";
            settings["maxMemorySize"] = ByteSize.GiB(16).ToString();
            settings["memoryReservation"] = ByteSize.GiB(16).ToString();
            settings["slots"] = PoolSlots.ToString();
        }

        if (MemoryReservation is { } reservation)
        {
            settings["memoryReservation"] = reservation.ToString();
        }

        if (MemoryReservationForGrowth is { } forGrowth)
        {
            settings["memoryReservationForGrowth"] = forGrowth.ToString();
        }

        return settings;
    }
}
