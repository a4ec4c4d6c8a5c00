using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Settings;

internal sealed class InstantiationPage : PageWriter<EngineSettingsInstantiation>
{
    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(EngineSettingsInstantiation),
            Question =
                "Which make instances cheaper? Each alone, without and with data (`Instantiate`, `InstantiateData`), and in a slot of the pool whose memory is used each time (`Reuse`)",
            Note =
                "Settings also decide what an instance costs: the pool, copy-on-write data, what a slot keeps. Read the ratios against default, and against pooled where a pool keeps pages resident.",
            Settings = SettingNotes.All,
            Questions =
            [
                Against(
                    "Copy-on-write off against on, instantiation with 256 KiB of data",
                    nameof(EngineSettingsInstantiation.InstantiateData),
                    Setting.noCopyOnWrite,
                    Setting.byDefault
                ),
                Against(
                    "Pool that keeps 1 MiB resident against one that gives it back, 1 MiB used",
                    nameof(EngineSettingsInstantiation.Reuse),
                    Setting.keepsResident,
                    Setting.pooled
                ),
                Against(
                    "Pool that keeps 1 MiB resident against one that gives it back, nothing used",
                    nameof(EngineSettingsInstantiation.Instantiate),
                    Setting.keepsResident,
                    Setting.pooled
                ),
            ],
        };

    private static Question Against(string title, string method, Setting over, Setting under) =>
        new(title, With(method, over), With(method, under));

    private static CasePattern With(string method, Setting setting) =>
        Cases(
            method,
            (SettingNotes.Parameter, setting),
            (nameof(EngineSettingsInstantiation.Memory), MemoryKind.memory64)
        );
}
