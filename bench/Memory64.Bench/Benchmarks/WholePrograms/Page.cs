using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.WholePrograms;

internal sealed class Page : PageWriter<Programs>
{
    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(Programs),
            Question =
                "What does memory64 cost whole programs with the pointers that C has: trees, joins, sorts, graphs, parsers, compressors and searches, in the first-level cache, in 128 MiB and in 6 GiB?",
            Note =
                "memory64 over memory32 is what a program pays for a 64-bit memory. memory64 over widened is the part of wide pointers, and widened over memory32 the part of the checks.",
            Columns =
            [
                PageColumn.Metric(Programs.UsedBytes, "Used (KiB)", 1L << 10) with
                {
                    Format = ColumnFormat.Count,
                },
                PageColumn.MetricOver(
                    Programs.UsedBytes,
                    $"{ProgramMemory.memory32}",
                    "Used ÷ memory32"
                ),
            ],
            ValueOrder =
            [
                .. Enum.GetNames<ProgramKind>(),
                .. Enum.GetNames<ProgramMemory>(),
                .. Enum.GetNames<DataSet>(),
            ],
            Answers =
            [
                new(
                    0,
                    "Whole programs",
                    "the time of ten programs in C, from trees to matrices, over memory32's: {0} where the first-level cache holds their data, {1} where they have 128 MiB. Of the latter, the bounds checks alone are {2}, wide pointers {3}",
                    [
                        Whole(DataSet.cached),
                        Whole(DataSet.uncached),
                        Checks(DataSet.uncached),
                        Pointers(DataSet.uncached),
                    ]
                )
                {
                    Front = new(
                        "What does memory64 cost my program?",
                        "{0} of memory32's time in cache, {1} with 128 MiB of data (medians of ten programs in C); the bounds checks alone take {2} with 128 MiB, wide pointers {3}. A program that stays on memory32 pays nothing",
                        "[Whole programs](#answers), [yours](#your-own-program)"
                    ),
                },
            ],
            Questions =
            [
                Whole(DataSet.cached).AsMain().AcrossEngines(),
                Whole(DataSet.uncached).AsMain(),
                Checks(DataSet.cached),
                Checks(DataSet.uncached),
                Pointers(DataSet.cached),
                Pointers(DataSet.uncached),
                Against(
                    "programs in 6 GiB, memory64 against native",
                    DataSet.beyond4GiB,
                    ProgramMemory.memory64,
                    ProgramMemory.native
                ),
            ],
        };

    private static Question Whole(DataSet set) =>
        Against(
            "programs, memory64 against memory32",
            set,
            ProgramMemory.memory64,
            ProgramMemory.memory32
        );

    private static Question Checks(DataSet set) =>
        Against(
            "programs, checks alone (widened against memory32)",
            set,
            ProgramMemory.widened,
            ProgramMemory.memory32
        );

    private static Question Pointers(DataSet set) =>
        Against(
            "programs, wide pointers alone (memory64 against widened)",
            set,
            ProgramMemory.memory64,
            ProgramMemory.widened
        );

    private static Question Against(
        string what,
        DataSet set,
        ProgramMemory over,
        ProgramMemory under
    ) =>
        new(
            set switch
            {
                DataSet.cached => $"{what}, in the first-level cache",
                DataSet.uncached => $"{what}, 128 MiB of data",
                _ => what,
            },
            Of(over, set),
            Of(under, set)
        );

    private static CasePattern Of(ProgramMemory memory, DataSet set) =>
        Cases(nameof(Programs.Run), (nameof(Programs.Memory), memory), (nameof(Programs.Set), set));
}
