using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// In which order a round measures, and what it measures in one process: cheap cases of a class and engine follow each other in one, in
/// an order and with neighbours that change from round to round. What leaves gigabytes behind, a pool or a first time stays alone.
/// </summary>
internal static class RoundBatches
{
    // A process takes a few tenths of a second to start: shared by so many it hardly counts, and a crash loses no more.
    private const int Most = 12;

    /// <summary>The batches of a round.</summary>
    /// <param name="cases">All cases of the plan that are measured.</param>
    /// <param name="round">Counted from 1. A run that goes on has the same batches.</param>
    public static IEnumerable<IReadOnlyList<PlannedCase>> Of(
        IEnumerable<PlannedCase> cases,
        int round
    )
    {
        // Every second round runs backwards: what a case leaves behind for the next one (pages that the system still holds, a
        // warm clock) reaches each of two neighbours as often as the other.
        List<PlannedCase> ordered = [.. round % 2 == 1 ? cases : cases.Reverse()];
        var random = new Random(round);
        return ordered
            .GroupBy(planned =>
                planned.Case.Description.SharesProcess && ProcessMemory.CanResetPeak
                    ? (planned.Engine.Id, planned.Case.Benchmark)
                    : (planned.Engine.Id, planned.Case.Id)
            )
            .SelectMany(group =>
            {
                PlannedCase[] members = [.. group];
                random.Shuffle(members);
                return members.Chunk(Most);
            });
    }

    /// <summary>Measures a batch together, and what that gave no report of again; where it gave none at all, each case alone.</summary>
    /// <param name="batch">The cases; none for nothing.</param>
    /// <param name="measure">Measures cases in one process; returns which of them, from 0, were reported.</param>
    public static void Measure(
        IReadOnlyList<PlannedCase> batch,
        Func<IReadOnlyList<PlannedCase>, IEnumerable<int>> measure
    )
    {
        var left = batch;
        while (left.Count > 0)
        {
            var reported = measure(left).ToHashSet();
            if (reported.Count == 0)
            {
                foreach (var planned in left)
                {
                    _ = measure([planned]);
                }

                return;
            }

            left = [.. left.Where((_, index) => !reported.Contains(index))];
        }
    }
}
