using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Settings;

internal sealed class AccessPage : PageWriter<EngineSettingsAccess>
{
    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(EngineSettingsAccess),
            Question =
                "Which settings of an engine make reads cheaper? Each alone against the default, on memory64 and, where it should matter, on memory32",
            Note =
                "An embedder may change an engine's settings, and wants to know which of them make reads cheaper. Read the ratios against default where a setting should matter and where it should not, and against memory32 for what is left of memory64's price.",
            MeasuresAccesses = true,
            Settings = SettingNotes.All,
            Answers =
            [
                new(
                    7,
                    "Settings",
                    "a load of a memory64 without the Spectre mitigation, over one with it: {0}; but then a guest can speculate past its memory",
                    [Default("Spectre mitigation off against on, loads", Setting.noSpectre)]
                )
                {
                    Front = new(
                        "What do I configure?",
                        "Reserve the largest size a memory will have (WithStaticMemoryMaximumSize in .NET). For guests that you trust, and no others, switch the Spectre mitigation off (by the C API, or with the signals: WithSignalsBasedTraps(false)): a load takes {0}",
                        "[What to configure](#what-to-configure)"
                    ),
                },
            ],
            Questions =
            [
                Default("Spectre mitigation off against on, memory64 reads", Setting.noSpectre)
                    .AsMain(),
                new Question(
                    "memory64 without Spectre mitigation against memory32, reads",
                    Read(Setting.noSpectre),
                    Read(Setting.byDefault, MemoryKind.memory32)
                ).AcrossEngines(),
                Default("16 GiB reserved against default, memory64 reads", Setting.reservation),
                Default(
                    "Memory of fixed size against one that may grow, memory64 reads",
                    Setting.fixedSize
                ),
                Default("Signals off against on, memory64 reads", Setting.noSignals),
                Default(
                    "Signals off against on, memory32 reads",
                    Setting.noSignals,
                    MemoryKind.memory32
                ),
                Default(
                    "No guard against default, memory32 reads",
                    Setting.noGuard,
                    MemoryKind.memory32
                ),
            ],
            MainCases =
            [
                new(
                    "Read of 8 bytes, memory64 without Spectre mitigation",
                    Read(Setting.noSpectre)
                ),
            ],
        };

    // Where memory64 is measured with most settings, or memory32.
    private static CasePattern Read(Setting setting, MemoryKind memory = MemoryKind.memory64) =>
        Cases(
            nameof(EngineSettingsAccess.Read),
            (SettingNotes.Parameter, setting),
            (nameof(EngineSettingsAccess.Memory), memory),
            (
                nameof(EngineSettingsAccess.Window),
                memory == MemoryKind.memory64 ? Window.above : Window.below
            )
        );

    private static Question Default(
        string title,
        Setting setting,
        MemoryKind memory = MemoryKind.memory64
    ) => new(title, Read(setting, memory), Read(Setting.byDefault, memory));
}
