using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;

namespace Memory64.Bench.Benchmarks.Residence;

internal sealed class Page : PageWriter<MemoryResidence>
{
    public override BenchmarkPage Write() =>
        new()
        {
            Benchmark = nameof(MemoryResidence),
            Question =
                "What becomes of a memory of which 256 MiB or 1 GiB were used once: what does it take to give it back (`Drop`), how much of it is still resident then, and what does the next instance pay for the same pages (`TouchAgain`)?",
            Note =
                "Memory that stays resident after a burst is what operators see, and what the next instance need not pay for. Read time and Still resident together: a pool that keeps pages gives back faster and touches again faster.",
            Columns =
            [
                PageColumn.Gigabytes,
                PageColumn.Metric(MemoryResidence.ResidentAfter, "Still resident (MiB)", 1L << 20),
            ],
            ValueOrder = [.. Enum.GetNames<Keeper>()],
            Questions =
            [
                Against("the pool, giving back 1 GiB", nameof(MemoryResidence.Drop), Keeper.pool),
                Against(
                    "a pool that keeps 512 MiB, the next touch of 256 MiB",
                    nameof(MemoryResidence.TouchAgain),
                    Keeper.poolKeeps512MiB,
                    ByteSize.MiB(256)
                ),
            ],
        };

    private static Question Against(string what, string method, Keeper keeper) =>
        Against(what, method, keeper, ByteSize.GiB(1));

    private static Question Against(string what, string method, Keeper keeper, ByteSize size) =>
        new($"On demand against {what}", Of(method, Keeper.system, size), Of(method, keeper, size));

    private static CasePattern Of(string method, Keeper keeper, ByteSize size) =>
        Cases(
            method,
            (nameof(MemoryResidence.Size), size),
            (nameof(MemoryResidence.Keeper), keeper)
        );
}
