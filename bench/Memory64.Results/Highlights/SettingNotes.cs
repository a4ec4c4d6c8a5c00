namespace Memory64.Results.Highlights;

/// <summary>What each setting does that a case can name, for readers of results who don't read the source.</summary>
public static class SettingNotes
{
    /// <summary>The parameter that holds a setting's name.</summary>
    public const string Parameter = "Setting";

    /// <summary>The notes by name of the setting.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["byDefault"] = "Nothing is changed: what every other setting is compared with.",
            ["reservation"] =
                "As much address space is reserved as the memory can ever need, so it never has to move.",
            ["noReservation"] =
                "No address space is reserved: a memory32 needs its checks too, and growth moves the memory.",
            ["growthReservation"] =
                "A memory that has outgrown its reservation gets that much room to grow further without a move.",
            ["largeGuard"] = "More inaccessible address space behind the memory.",
            ["noGuard"] =
                "No inaccessible address space behind the memory: a memory32 needs its checks too.",
            ["staysPut"] = "The memory may not move, so code may keep its address.",
            ["fixedSize"] =
                "The guest declares a memory that begins as large as it can become; no setting of the engine.",
            ["noSpectre"] =
                "A check no longer clamps the address for speculative execution: for guests that are trusted.",
            ["noSignals"] =
                "Explicit checks in place of faults that are caught; the Spectre mitigation, which needs such faults, goes with them.",
            ["noCopyOnWrite"] =
                "Initial data are copied into each instance, not mapped copy-on-write.",
            ["pooled"] = "Instances come from a pool of slots, which gives touched pages back.",
            ["keepsResident"] =
                "A pool whose slots keep their first pages and clear them by hand, which saves faults where they are used again.",
            ["hugePages"] =
                "The memory is advised to use huge pages, so that one fault brings 2 MiB instead of 4 KiB.",
        };
}
