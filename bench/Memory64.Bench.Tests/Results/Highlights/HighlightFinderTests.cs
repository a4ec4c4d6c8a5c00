using Memory64.Bench.Harness.Cases;
using Memory64.Results.Highlights;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.Highlights;

public sealed class HighlightFinderTests
{
    [Fact]
    public void Says_what_one_pair_costs_with_both_times() =>
        Assert.Equal(
            [
                "16 GiB against 8 GiB, instantiation (on-demand): ≈1.01x (1 round) (12.1 µs against 12.0 µs; too few rounds)",
            ],
            Sentences(
                Instantiate("8GiB", "OnDemand", 12_000),
                Instantiate("16GiB", "OnDemand", 12_100)
            )
        );

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(1.05, true)]
    [InlineData(2.0, false)]
    public void Says_that_a_ratio_may_be_noise(double factor, bool isUnsure)
    {
        double[] times = [10_000, 11_000, 12_000, 13_000, 14_000];

        var sentence = Assert.Single(
            Sentences(
                Instantiate("8GiB", "OnDemand", times),
                Instantiate("16GiB", "OnDemand", [.. times.Select(time => time * factor)])
            )
        );

        Assert.Equal(isUnsure, sentence.EndsWith("; unsure)", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_the_median_the_range_and_the_number_of_several_pairs()
    {
        double[] memory32 = [100, 100, 100, 100],
            memory64 = [110, 150, 140, 190];
        string[] widths = ["1", "2", "4", "16"];

        var sentences = Sentences([
            .. widths.Zip(
                memory64,
                (width, time) => Read($"Memory=memory64, Window=below, Width={width}", time)
            ),
            .. widths.Zip(
                memory32,
                (width, time) => Read($"Memory=memory32, Window=below, Width={width}", time)
            ),
        ]);

        Assert.Equal(
            [
                "memory64 against memory32, reads: ≈1.45x (1 round) (median of 4 pairs, 1.10x for Width=1 to 1.90x for Width=16; too few rounds)",
            ],
            sentences
        );
    }

    // One pair with an interval, one of a single round: the median of both is one all the same, and says of how many it can't.
    [Fact]
    public void Says_how_many_of_several_pairs_have_too_few_rounds()
    {
        double[] rounds = [.. Enumerable.Repeat(10.0, 8)];

        Assert.Equal(
            [
                "memory64 against memory32, reads: ≈1.25x (median of 2 pairs, 1.00x for Width=4 to 1.50x for Width=2; 1 of them with too few rounds)",
            ],
            Sentences(
                Read("Memory=memory64, Window=below, Width=4", rounds),
                Read("Memory=memory32, Window=below, Width=4", rounds),
                Read("Memory=memory64, Window=below, Width=2", 15),
                Read("Memory=memory32, Window=below, Width=2", 10)
            )
        );
    }

    [Fact]
    public void Shows_the_interval_of_a_single_pair_and_times_that_are_as_far_apart_as_its_ratio()
    {
        var (over, under) = (
            Instantiate("16GiB", "OnDemand", 12_000),
            Instantiate("8GiB", "OnDemand", 12_000)
        );

        Assert.Equal(
            [
                "16 GiB against 8 GiB, instantiation (on-demand): 1.21x [1.21, 1.21] (12.1 ns against 10.0 ns)",
            ],
            Sentences(
                under,
                over with
                {
                    Duels = [TestRuns.Duel(under.Id, null, [.. Enumerable.Repeat(1.21, 8)])],
                }
            )
        );
    }

    [Fact]
    public void Pairs_cases_that_agree_in_all_other_parameters_only() =>
        Assert.Empty(
            Sentences(
                Read("Memory=memory64, Window=below, Width=8", 5),
                Read("Memory=memory32, Window=below, Width=4", 5),
                Read("Memory=memory32, Window=across, Width=8", 5),
                Read("Memory=memory32, Window=below, Width=8, Extra=1", 5),
                TestRuns.Measured(
                    "BoundaryAccess",
                    "Write",
                    "Memory=memory32, Window=below, Width=8",
                    5
                ),
                TestRuns.Measured("Other", "Read", "Memory=memory32, Window=below, Width=8", 5)
            )
        );

    [Fact]
    public void Pairs_cases_whatever_the_order_of_their_parameters() =>
        Assert.Single(
            Sentences(
                Read("Memory=memory64, Window=below, Width=4", 5),
                Read("Width=4, Window=below, Memory=memory32", 5)
            )
        );

    [Fact]
    public void Leaves_out_what_was_not_measured() =>
        Assert.Empty(
            Sentences(
                Instantiate("8GiB", "OnDemand", 12_000),
                TestRuns.Failed(
                    "MemoryInstantiation",
                    "Instantiate",
                    "Memory=memory64, Size=16GiB, Allocator=OnDemand",
                    "no"
                )
            )
        );

    [Fact]
    public void Sets_the_first_instantiation_against_the_warm_one_on_demand() =>
        Assert.Equal(
            [
                "First instantiation of an engine against a warm one: ≈5.00x (1 round) (50.0 µs against 10.0 µs; too few rounds)",
            ],
            Sentences(
                TestRuns.Measured(
                    "MemoryInstantiation",
                    "First",
                    "Memory=memory64, Size=8GiB, Allocator=OnDemand",
                    50_000
                ),
                Instantiate("8GiB", "OnDemand", 10_000)
            )
        );

    [Fact]
    public void Pairs_no_cases_of_two_runs()
    {
        var (over, under) = (
            Instantiate("16GiB", "OnDemand", 20),
            Instantiate("8GiB", "OnDemand", 10)
        );

        Assert.Empty(Sentences(over, TestRuns.OfEarlierRun(under)));
        Assert.NotEmpty(Sentences(TestRuns.OfEarlierRun(over), TestRuns.OfEarlierRun(under)));
    }

    [Fact]
    public void Gives_each_time_its_own_unit() =>
        Assert.Equal(
            [
                "Relocating growth against reserved growth: ≈197000x (1 round) (11.8 s against 60.0 µs; too few rounds)",
            ],
            Sentences(
                TestRuns.Measured(
                    "GuestAllocation",
                    "GrowRelocating",
                    "Memory=memory64, Size=4GiB",
                    11.8e9
                ),
                TestRuns.Measured(
                    "GuestAllocation",
                    "GrowReserved",
                    "Memory=memory64, Size=4GiB",
                    60_000
                )
            )
        );

    private static RunCase Instantiate(string size, string allocator, params double[] rounds) =>
        TestRuns.Measured(
            "MemoryInstantiation",
            "Instantiate",
            $"Memory=memory64, Size={size}, Allocator={allocator}",
            rounds
        );

    private static RunCase Read(string parameters, params double[] rounds) =>
        TestRuns.Measured("BoundaryAccess", "Read", parameters, rounds);

    private static IEnumerable<string> Sentences(params RunCase[] cases) =>
        HighlightFinder.Find(TestRuns.Run(cases), Suite.Book).Select(h => h.Sentence);
}
