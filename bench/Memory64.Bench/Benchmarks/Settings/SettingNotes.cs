using Memory64.Bench.Benchmarks.Shared;
using Memory64.Results.Book;
using Official = global::Wasmtime;

namespace Memory64.Bench.Benchmarks.Settings;

/// <summary>What each <see cref="Setting"/> does, for readers of results who don't read the source.</summary>
internal static class SettingNotes
{
    /// <summary>The parameter that holds a setting's name, in each class that has one.</summary>
    public const string Parameter = nameof(EngineSettingsAccess.Setting);

    /// <summary>Why another engine isn't asked.</summary>
    public const string NotOnV8 = "these are settings of Wasmtime";

    /// <summary>The notes.</summary>
    public static ParameterNotes All { get; } =
        new(Parameter, Enum.GetValues<Setting>().ToDictionary(s => s.ToString(), NoteOf))
        {
            InDotNet = Enum.GetValues<Setting>().ToDictionary(s => s.ToString(), InDotNet),
        };

    // Methods of the official package, 50.0.1, by the functions of the C API that they call: docs/sources.md.
    private static string InDotNet(Setting setting) =>
        setting switch
        {
            Setting.byDefault => "",
            Setting.reservation => nameof(Official.Config.WithStaticMemoryMaximumSize),
            Setting.noReservation => $"{nameof(Official.Config.WithStaticMemoryMaximumSize)}(0)",
            Setting.growthReservation => nameof(Official.Config.WithMemoryReservationForGrowth),
            Setting.largeGuard => nameof(Official.Config.WithMemoryGuardSize),
            Setting.noGuard => $"{nameof(Official.Config.WithMemoryGuardSize)}(0)",
            Setting.staysPut => $"{nameof(Official.Config.WithMemoryMayMove)}(false)",
            Setting.fixedSize => "no setting: the guest declares it",
            Setting.noSpectre =>
                "not in the package: wasmtime_config_cranelift_flag_set of the C API",
            Setting.noSignals => $"{nameof(Official.Config.WithSignalsBasedTraps)}(false)",
            Setting.noCopyOnWrite => $"{nameof(Official.Config.WithMemoryInitCopyOnWrite)}(false)",
            Setting.pooled => nameof(Official.Config.WithPoolingAllocationStrategy),
            Setting.keepsResident => nameof(
                Official.PoolingAllocationConfig.WithLinearMemoryKeepResidentBytes
            ),
            Setting.hugePages => "no setting: the host calls madvise on the memory",
            _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "no such setting"),
        };

    private static string NoteOf(Setting setting) =>
        setting switch
        {
            Setting.byDefault => "Nothing is changed: what every other setting is compared with.",
            Setting.reservation =>
                "As much address space is reserved as the memory can ever need, so it never has to move.",
            Setting.noReservation =>
                "No address space is reserved: a memory32 needs its checks too, and growth moves the memory.",
            Setting.growthReservation =>
                "A memory that has outgrown its reservation gets that much room to grow further without a move.",
            Setting.largeGuard => "More inaccessible address space behind the memory.",
            Setting.noGuard =>
                "No inaccessible address space behind the memory: a memory32 needs its checks too.",
            Setting.staysPut => "The memory may not move, so code may keep its address.",
            Setting.fixedSize =>
                "The guest declares a memory that begins as large as it can become; no setting of the engine.",
            Setting.noSpectre =>
                "A check no longer clamps the address for speculative execution: for guests that are trusted.",
            Setting.noSignals =>
                "Explicit checks in place of faults that are caught; the Spectre mitigation, which needs such faults, goes with them.",
            Setting.noCopyOnWrite =>
                "Initial data are copied into each instance, not mapped copy-on-write.",
            Setting.pooled =>
                "Instances come from a pool of slots, which gives touched pages back.",
            Setting.keepsResident =>
                "A pool whose slots keep their first pages and clear them by hand, which saves faults where they are used again.",
            Setting.hugePages =>
                "The memory is advised to use huge pages, so that one fault brings 2 MiB instead of 4 KiB.",
            _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "no such setting"),
        };
}
