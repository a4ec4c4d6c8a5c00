using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Settings;

/// <summary>The cases of <see cref="EngineSettingsInstantiation"/>: each setting where it should matter and where it should not.</summary>
internal static class SettingInstantiationCases
{
    private static readonly Setting[] Instantiating =
    [
        Setting.byDefault,
        Setting.reservation,
        Setting.noReservation,
        Setting.largeGuard,
        Setting.noGuard,
        Setting.fixedSize,
        Setting.noSignals,
        Setting.noCopyOnWrite,
        Setting.pooled,
        Setting.keepsResident,
    ];

    private static readonly Setting[] WithData = [Setting.byDefault, Setting.noCopyOnWrite];

    private static readonly Setting[] Reusing =
    [
        Setting.byDefault,
        Setting.pooled,
        Setting.keepsResident,
    ];

    public static IEnumerable<CaseDescription> All =>
        [
            .. Instantiating.Select(s => Of(nameof(EngineSettingsInstantiation.Instantiate), s)),
            .. WithData.Select(s => Of(nameof(EngineSettingsInstantiation.InstantiateData), s)),
            .. Reusing.Select(s => Of(nameof(EngineSettingsInstantiation.Reuse), s)),
        ];

    /// <summary>Whether the guest of a method has data.</summary>
    public static bool HasData(string method) =>
        method == nameof(EngineSettingsInstantiation.InstantiateData);

    private static CaseDescription Of(string method, Setting setting) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(EngineSettingsInstantiation.Setting), setting),
                (nameof(EngineSettingsInstantiation.Memory), MemoryKind.memory64),
            ],
            Profile = Profile.Full,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Microsecond,
            NotOnV8 = SettingNotes.NotOnV8,
            Guest = SettingTarget.GuestOf(
                setting,
                MemoryKind.memory64,
                Window.none,
                HasData(method)
            ),
            Settings = SettingConfiguration.Of(setting),
            Controls = SettingConfiguration.ControlsOf(setting),
        };
}
