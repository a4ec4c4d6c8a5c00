using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>
/// What a case sets on its engine, and on the memories that the engine gives it; <see langword="null"/> leaves the engine's
/// default.
/// </summary>
public sealed unsafe record EngineConfiguration
{
    /// <summary>Nothing set.</summary>
    public static readonly EngineConfiguration Default = new();

    // Few, because a slot of 16 GiB and its guard are address space; many enough that one is always free.
    private const uint PoolSlots = 8;

    private const string SpectreFlag = "enable_heap_access_spectre_mitigation";

    private static readonly ByteSize PoolMemory = ByteSize.GiB(16);

    /// <summary>The instance allocator.</summary>
    public Allocator Allocator { get; init; } = Allocator.OnDemand;

    /// <summary>How much of a memory the pool keeps resident when it is given back; without a pool it says nothing.</summary>
    public ByteSize? KeepResident { get; init; }

    /// <summary>Address space reserved for a memory before it must be relocated.</summary>
    public ByteSize? MemoryReservation { get; init; }

    /// <summary>Address space reserved beyond a memory that was relocated.</summary>
    public ByteSize? MemoryReservationForGrowth { get; init; }

    /// <summary>The inaccessible area behind a memory.</summary>
    public ByteSize? MemoryGuardSize { get; init; }

    /// <summary>Whether a memory may be relocated.</summary>
    public bool? MemoryMayMove { get; init; }

    /// <summary>Whether an access is safe from speculation past its bounds check.</summary>
    public bool? SpectreMitigation { get; init; }

    /// <summary>Whether a signal may take the place of a check.</summary>
    public bool? SignalsBasedTraps { get; init; }

    /// <summary>Whether initial contents are mapped copy-on-write.</summary>
    public bool? CopyOnWriteInitialization { get; init; }

    /// <summary>Whether functions are compiled by several threads at once.</summary>
    public bool? ParallelCompilation { get; init; }

    /// <summary>Whether huge pages are asked for, for each memory, before it is touched.</summary>
    public bool AsksForHugePages { get; init; }

    /// <summary>Why <paramref name="library"/> or this machine can't have these settings, or <see langword="null"/>.</summary>
    public string? ReasonToSkip(WasmtimeLibrary library)
    {
        bool Lacks(bool wanted, EngineFeature feature) => wanted && !library.Supports(feature);
        return Lacks(Allocator == Allocator.Pooling, EngineFeature.PoolingAllocation)
                ? "this engine's C API has no pooling allocator (Wasmtime exports it from 32 on)"
            : Lacks(MemoryMayMove is not null, EngineFeature.MemoryMayMove)
                ? "this engine's C API can't keep a memory in its place (Wasmtime exports that from 28 on)"
            : Lacks(SignalsBasedTraps is not null, EngineFeature.SignalsBasedTraps)
                ? "this engine's C API can't do without signals (Wasmtime exports that from 39 on)"
            : null;
    }

    /// <summary>Creates an engine with these settings.</summary>
    /// <remarks>Wasmtime's C API ends the process where it refuses them.</remarks>
    /// <exception cref="UnsupportedFeatureException">See <see cref="ReasonToSkip"/>.</exception>
    public Engine CreateEngine(WasmtimeLibrary library)
    {
        using var config = new Config(library);
        if (Allocator == Allocator.Pooling)
        {
            config.Pooling(
                new PoolingAllocation(PoolMemory.Bytes, PoolSlots, KeepResident?.Bytes ?? 0)
            );
        }

        Apply(MemoryReservation?.Bytes, config.MemoryReservation);
        Apply(MemoryReservationForGrowth?.Bytes, config.MemoryReservationForGrowth);
        Apply(MemoryGuardSize?.Bytes, config.MemoryGuardSize);
        Apply(MemoryMayMove, config.MemoryMayMove);
        Apply(
            SpectreMitigation,
            enable => config.CraneliftFlag(SpectreFlag, enable ? "true" : "false")
        );
        Apply(SignalsBasedTraps, config.SignalsBasedTraps);
        Apply(CopyOnWriteInitialization, config.CopyOnWriteInitialization);
        Apply(ParallelCompilation, config.ParallelCompilation);
        return new Engine(config);
    }

    /// <summary>The settings as they go into the record.</summary>
    public SortedDictionary<string, string> Describe()
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        void Add(string name, object? value)
        {
            if (value is not null)
            {
                settings[name] = value is bool flag ? (flag ? "true" : "false") : $"{value}";
            }
        }

        if (Allocator == Allocator.Pooling)
        {
            Add("allocator", "pooling");
            Add("maxMemorySize", PoolMemory);
            Add("memoryReservation", PoolMemory);
            Add("slots", PoolSlots);
            Add("keepResident", KeepResident);
        }

        Add("memoryReservation", MemoryReservation);
        Add("memoryReservationForGrowth", MemoryReservationForGrowth);
        Add("memoryGuardSize", MemoryGuardSize);
        Add("memoryMayMove", MemoryMayMove);
        Add($"cranelift.{SpectreFlag}", SpectreMitigation);
        Add("signalsBasedTraps", SignalsBasedTraps);
        Add("copyOnWriteInitialization", CopyOnWriteInitialization);
        Add("parallelCompilation", ParallelCompilation);
        Add("hugePages", AsksForHugePages ? "madvise" : null);
        return settings;
    }

    private static void Apply<T>(T? value, Func<T, Config> set)
        where T : struct
    {
        if (value is { } chosen)
        {
            _ = set(chosen);
        }
    }
}
