using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Settings;

/// <summary>The cases of <see cref="EngineSettingsAccess"/>: each setting where it should matter and where it should not.</summary>
internal static class SettingAccessCases
{
    private static readonly Setting[] Above =
    [
        Setting.byDefault,
        Setting.reservation,
        Setting.growthReservation,
        Setting.largeGuard,
        Setting.noGuard,
        Setting.staysPut,
        Setting.fixedSize,
        Setting.noSpectre,
        Setting.noSignals,
        Setting.hugePages,
    ];

    private static readonly Setting[] Below = [Setting.byDefault, Setting.staysPut];

    private static readonly Setting[] Of32 =
    [
        Setting.byDefault,
        Setting.noReservation,
        Setting.noGuard,
        Setting.noSpectre,
        Setting.noSignals,
    ];

    public static IEnumerable<CaseDescription> All =>
        [
            .. Above.Select(setting => Of(setting, MemoryKind.memory64, Window.above)),
            .. Below.Select(setting => Of(setting, MemoryKind.memory64, Window.below)),
            .. Of32.Select(setting => Of(setting, MemoryKind.memory32, Window.below)),
        ];

    private static CaseDescription Of(Setting setting, MemoryKind memory, Window window) =>
        new()
        {
            Method = nameof(EngineSettingsAccess.Read),
            Values =
            [
                (nameof(EngineSettingsAccess.Setting), setting),
                (nameof(EngineSettingsAccess.Memory), memory),
                (nameof(EngineSettingsAccess.Window), window),
            ],
            Profile = Profile.Full,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Nanosecond,
            Operations = SettingTarget.Accesses,
            Bytes = sizeof(ulong),
            NotOnV8 = SettingNotes.NotOnV8,
            Guest = SettingTarget.GuestOf(setting, memory, window, hasData: false),
            Loop = AccessKernels.LoopOf(nameof(AccessKernels.Read), sizeof(ulong)),
            Settings = SettingConfiguration.Of(setting),
            Controls =
            [
                .. SettingConfiguration.ControlsOf(setting),
                .. memory == MemoryKind.memory64 ? (ReadOnlySpan<Control>)[Twin] : [],
            ],
        };

    private static Control Twin =>
        new(
            "memory32",
            (nameof(EngineSettingsAccess.Setting), Setting.byDefault),
            (nameof(EngineSettingsAccess.Memory), MemoryKind.memory32),
            (nameof(EngineSettingsAccess.Window), Window.below)
        );
}
