using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Running;
using Memory64.Bench.Tests.Harness.Cases;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

public sealed class RoundBatchesTests
{
    private static readonly PlannedEngine One = Plans.Engine("50.0.1"),
        Other = Plans.Engine("48.0.0");

    private static readonly List<PlannedCase> Planned =
    [
        .. from measured in Catalog.All
        from engine in (PlannedEngine[])[One, Other]
        select new PlannedCase(engine, measured, SkipReason: null),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Each_case_is_in_one_batch_of_its_own_engine_and_class(int round)
    {
        List<IReadOnlyList<PlannedCase>> batches = [.. RoundBatches.Of(Planned, round)];

        Assert.Equal(Planned.Count, batches.Sum(batch => batch.Count));
        Assert.Equal(Planned.ToHashSet(), batches.SelectMany(batch => batch).ToHashSet());
        Assert.All(
            batches,
            batch => Assert.Single(batch.Select(p => (p.Engine, p.Case.Benchmark)).Distinct())
        );
    }

    [Fact]
    public void What_is_cheap_shares_a_process_and_what_leaves_something_behind_is_alone()
    {
        Assert.SkipUnless(ProcessMemory.CanResetPeak, "here each case is alone");
        List<IReadOnlyList<PlannedCase>> batches = [.. RoundBatches.Of(Planned, 1)];
        var alone = batches
            .Where(batch => batch.Count == 1)
            .Select(batch => batch[0].Case.Id)
            .ToHashSet();

        Assert.Contains(
            batches,
            batch => batch.Count == 12 && batch[0].Case.Benchmark == "BoundaryAccess"
        );
        Assert.Superset(
            Catalog
                .All.Where(c =>
                    c.Method == "First"
                    || c.Id.Contains("Allocator=Pooling", StringComparison.Ordinal)
                    || c.Method is "FirstTouch" or "ZeroFill" or "GrowRelocating"
                )
                .Select(c => c.Id)
                .ToHashSet(),
            alone
        );
    }

    [Fact]
    public void Neighbours_change_from_round_to_round_and_not_from_sitting_to_sitting()
    {
        static string[] Text(int round) =>
            [
                .. RoundBatches
                    .Of(Planned, round)
                    .Select(batch => string.Join(' ', batch.Select(p => p.Case.Id))),
            ];

        Assert.Equal(Text(3), Text(3));
        Assert.NotEqual(Text(1), Text(3));
    }

    [Fact]
    public void Every_second_round_runs_backwards()
    {
        static PlannedCase[] Alone(int round) =>
            [
                .. RoundBatches
                    .Of(Planned, round)
                    .SelectMany(batch => batch)
                    .Where(planned => !planned.Case.Description.SharesProcess),
            ];

        Assert.Equal(Alone(1), Alone(2).Reverse());
    }

    [Fact]
    public void What_was_not_reported_is_measured_again()
    {
        var batch = Planned.Take(4).ToList();
        List<int> sizes = [];

        // The second of those that are left fails, and says so.
        RoundBatches.Measure(
            batch,
            cases =>
            {
                sizes.Add(cases.Count);
                return sizes.Count == 1 ? [1] : Enumerable.Range(0, cases.Count);
            }
        );

        Assert.Equal([4, 3], sizes);
    }

    [Fact]
    public void Where_nothing_was_reported_each_case_is_alone()
    {
        var batch = Planned.Take(3).ToList();
        List<PlannedCase[]> measured = [];

        RoundBatches.Measure(
            batch,
            cases =>
            {
                measured.Add([.. cases]);
                return cases.Count == 1 ? [0] : [];
            }
        );

        Assert.Equal([3, 1, 1, 1], measured.Select(cases => cases.Length));
        Assert.Equal(batch, measured.Skip(1).Select(cases => cases[0]));
    }
}
