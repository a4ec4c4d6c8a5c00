using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>How a <see cref="Setting"/> is told to an engine.</summary>
public static class SettingConfiguration
{
    /// <summary>How much a pool keeps resident with <see cref="Setting.keepsResident"/>.</summary>
    public static readonly ByteSize KeptResident = ByteSize.MiB(1);

    /// <summary>What a case with that setting is compared with: the default; and a pool that keeps pages with one that doesn't.</summary>
    public static IReadOnlyList<Control> ControlsOf(Setting setting)
    {
        var byDefault = new Control("default", (nameof(Setting), Setting.byDefault));
        return setting switch
        {
            Setting.byDefault => [],
            Setting.keepsResident =>
            [
                byDefault,
                new Control("pooled", (nameof(Setting), Setting.pooled)),
            ],
            _ => [byDefault],
        };
    }

    /// <summary>The setting alone; everything else keeps its default.</summary>
    public static EngineConfiguration Of(Setting setting) =>
        setting switch
        {
            Setting.byDefault or Setting.fixedSize => EngineConfiguration.Default,
            Setting.reservation => new() { MemoryReservation = ByteSize.GiB(16) },
            Setting.noReservation => new() { MemoryReservation = default(ByteSize) },
            Setting.growthReservation => new() { MemoryReservationForGrowth = ByteSize.GiB(16) },
            Setting.largeGuard => new() { MemoryGuardSize = ByteSize.GiB(8) },
            Setting.noGuard => new() { MemoryGuardSize = default(ByteSize) },
            Setting.staysPut => new() { MemoryMayMove = false },
            Setting.noSpectre => new() { SpectreMitigation = false },
            Setting.noSignals => new() { SignalsBasedTraps = false },
            Setting.noCopyOnWrite => new() { CopyOnWriteInitialization = false },
            Setting.pooled => new() { Allocator = Allocator.Pooling },
            Setting.keepsResident => new()
            {
                Allocator = Allocator.Pooling,
                KeepResident = KeptResident,
            },
            Setting.hugePages => new() { AsksForHugePages = true },
            _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "no such setting"),
        };
}
