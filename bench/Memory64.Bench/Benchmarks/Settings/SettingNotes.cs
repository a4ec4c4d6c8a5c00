using Memory64.Bench.Benchmarks.Shared;
using Memory64.Results.Book;

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
        new(Parameter, Enum.GetValues<Setting>().ToDictionary(s => s.ToString(), NoteOf));

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
