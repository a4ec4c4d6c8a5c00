using Memory64.Bench.Benchmarks.Chains;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Chains;

public sealed class PointerCycleTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(256)]
    [InlineData(100_000)]
    public void A_random_cycle_visits_every_slot_once(int count)
    {
        var cycle = PointerCycle.Random(count);
        Assert.Equal(count, cycle.Count);
        AssertCycle(cycle);
    }

    [Fact]
    public void A_random_cycle_is_the_same_every_time()
    {
        var cycles = new[] { PointerCycle.Random(1000), PointerCycle.Random(1000) };
        var orders = cycles.Select(cycle => Enumerable.Range(0, 1000).Select(cycle.After)).ToList();
        Assert.Equal(orders[0], orders[1]);
    }

    // No prefetcher sees a stride: few steps go to a neighbour, and half of them downwards.
    [Fact]
    public void A_random_cycle_has_no_order()
    {
        const int count = 10_000;
        var cycle = PointerCycle.Random(count);
        var steps = Enumerable.Range(0, count).Select(slot => cycle.After(slot) - slot).ToList();
        Assert.InRange(steps.Count(step => Math.Abs(step) == 1), 0, 20);
        Assert.InRange(steps.Count(step => step < 0), count * 0.48, count * 0.52);
        Assert.InRange(steps.Average(step => Math.Abs((double)step)), count * 0.32, count * 0.35);
    }

    [Fact]
    public void An_ascending_cycle_goes_from_each_slot_to_the_next()
    {
        var cycle = PointerCycle.Ascending(5);
        Assert.Equal([1, 2, 3, 4, 0], Enumerable.Range(0, 5).Select(cycle.After));
        Assert.Equal([0, 1, 2, 3, 4], Enumerable.Range(0, 5).Select(cycle.Rank));
        AssertCycle(cycle);
    }

    private static void AssertCycle(PointerCycle cycle)
    {
        var visited = new HashSet<int>();
        var slot = 0;
        for (var step = 0; step < cycle.Count; step++)
        {
            Assert.True(visited.Add(slot));
            Assert.Equal(step, cycle.Rank(slot));
            slot = cycle.After(slot);
        }

        Assert.Equal(0, slot);
    }
}
