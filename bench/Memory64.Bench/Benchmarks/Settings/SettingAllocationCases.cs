using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Units;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Settings;

/// <summary>The cases of <see cref="EngineSettingsAllocation"/>: each setting where it should matter and where it should not.</summary>
internal static class SettingAllocationCases
{
    /// <summary>What is touched for the first time.</summary>
    public static readonly ByteSize TouchedSize = ByteSize.MiB(256);

    /// <summary>A page more than is reserved by default; as much again is more than is reserved by default for growth.</summary>
    public static readonly ByteSize FullSize = new(ByteSize.FourGiB.Bytes + MemoryType.PageBytes);

    private static readonly Setting[] Growing =
    [
        Setting.byDefault,
        Setting.reservation,
        Setting.growthReservation,
    ];

    private static readonly Setting[] Touching =
    [
        Setting.byDefault,
        Setting.reservation,
        Setting.noSpectre,
        Setting.hugePages,
    ];

    public static IEnumerable<CaseDescription> All =>
        [
            .. Growing.Select(setting =>
                Of(
                    nameof(EngineSettingsAllocation.Grow),
                    setting,
                    FullSize,
                    // By default everything is relocated, which takes seconds.
                    setting == Setting.byDefault
                        ? Sampling.Once(warmups: 0, iterations: 1)
                        : Sampling.Once(warmups: 3, iterations: 15)
                ) with
                {
                    AccessibleBytes = 2 * FullSize.Bytes,
                }
            ),
            .. Touching.Select(setting =>
                Of(
                    nameof(EngineSettingsAllocation.FirstTouch),
                    setting,
                    TouchedSize,
                    Sampling.Once(warmups: 1, iterations: 3)
                ) with
                {
                    Bytes = (long)TouchedSize.Bytes,
                    Loop = GrowingGuest.TouchLoop,
                }
            ),
        ];

    private static CaseDescription Of(
        string method,
        Setting setting,
        ByteSize resident,
        Sampling sampling
    ) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(EngineSettingsAllocation.Setting), setting),
                (nameof(EngineSettingsAllocation.Memory), MemoryKind.memory64),
            ],
            Profile = Profile.Full,
            Sampling = sampling,
            Unit = TimeUnit.Millisecond,
            NotOnV8 = SettingNotes.NotOnV8,
            Guest = AllocationTarget.GuestOf(MemoryKind.memory64),
            Settings = SettingConfiguration.Of(setting),
            ResidentBytes = resident.Bytes,
            Controls = SettingConfiguration.ControlsOf(setting),
        };
}
