using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Benchmarks.WholePrograms.Native;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines.Processors;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.WholePrograms;

/// <summary>The cases of <see cref="Programs"/>.</summary>
internal static class ProgramCases
{
    public static IEnumerable<CaseDescription> All =>
        from program in Enum.GetValues<ProgramKind>()
        from set in Enum.GetValues<DataSet>()
        from memory in MemoriesOf(program, set)
        select Of(program, memory, set);

    // The programs that are also in C#.
    private static readonly ProgramKind[] Controlled =
    [
        ProgramKind.sort,
        ProgramKind.lookup,
        ProgramKind.product,
        ProgramKind.blur,
        ProgramKind.search,
    ];

    private static IEnumerable<ProgramMemory> MemoriesOf(ProgramKind program, DataSet set) =>
        Enum.GetValues<ProgramMemory>()
            .Where(memory =>
                memory switch
                {
                    ProgramMemory.native => Controlled.Contains(program),
                    ProgramMemory.memory64 => true,
                    _ => set != DataSet.beyond4GiB,
                }
            )
            .Where(_ => set != DataSet.beyond4GiB || ProgramSizes.Large.Contains(program));

    private static CaseDescription Of(ProgramKind program, ProgramMemory memory, DataSet set) =>
        new()
        {
            Method = nameof(Programs.Run),
            Values =
            [
                (nameof(Programs.Program), program),
                (nameof(Programs.Memory), memory),
                (nameof(Programs.Set), set),
            ],
            Profile = Profile.Full,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Nanosecond,
            Operations = ProgramSizes.OperationsOf(program, set),
            NotOnV8 = null,
            Guest = memory == ProgramMemory.native ? null : ProgramGuest.Of(program, memory),
            Loop = LoopOf(program),
            ResidentBytes = ProgramSizes.MostBytes(set).Bytes,
            Remark =
                set == DataSet.uncached
                    ? LargeSet.RemarkOf(ProgramSizes.OutOfCaches, CacheSizes.LastLevel())
                    : null,
            Controls =
            [
                .. MemoriesOf(program, set)
                    .Where(other => other > memory)
                    .Select(other => new Control($"{other}", (nameof(Programs.Memory), other))),
            ],
        };

    // Where all of a program is one.
    private static unsafe TimedLoop? LoopOf(ProgramKind program) =>
        program switch
        {
            ProgramKind.product => new("run", 32, NativeProduct.Elements),
            ProgramKind.blur => new("run", 1, NativeBlur.Row),
            ProgramKind.search => new("run", 16, NativeSearch.Product),
            _ => null,
        };
}
