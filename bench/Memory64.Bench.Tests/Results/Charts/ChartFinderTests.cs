using Memory64.Bench.Harness.Cases;
using Memory64.Results.Charts;
using Memory64.Results.RunFiles;
using Memory64.Results.Statistics;
using Memory64.Results.Tables;
using Xunit;

namespace Memory64.Bench.Tests.Results.Charts;

public sealed class ChartFinderTests
{
    private static readonly string[] OfOneEngine =
    [
        "instantiation-by-size",
        "allocation-by-size",
        "access-by-window",
        "bandwidth-by-loop",
    ];

    [Fact]
    public void Makes_charts_of_the_newest_engine_and_over_several() =>
        Assert.Equal(
            [
                .. OfOneEngine,
                "memory64-over-memory32",
                "instantiation-by-engine",
                "access-by-engine",
            ],
            Names(ChartRuns.Full("24.0.0"), ChartRuns.Full("50.0.1"))
        );

    [Fact]
    public void Leaves_out_charts_over_engines_where_only_one_was_measured()
    {
        Assert.Equal(OfOneEngine, Names(ChartRuns.Full("50.0.1")));
        Assert.Equal(OfOneEngine, Names(TestRuns.Run("24.0.0"), ChartRuns.Full("50.0.1")));
    }

    [Fact]
    public void Leaves_out_what_was_not_measured()
    {
        Assert.Empty(Names(TestRuns.Run()));
        Assert.Empty(
            Names(
                TestRuns.Run(
                    TestRuns.Failed(
                        "BoundaryAccess",
                        "Read",
                        "Memory=memory64, Window=below, Width=8",
                        "no"
                    )
                )
            )
        );
    }

    [Fact]
    public void Sets_instantiation_by_size_against_the_system_calls_of_that_size()
    {
        var chart = Find("instantiation-by-size", ChartRuns.Full("50.0.1"));

        Assert.Equal(["4 GiB\nmemory32", "8 GiB\nmemory64", "16 GiB\nmemory64"], chart.Categories);
        Assert.Equal(
            ["on demand", "pooling", "bare system calls"],
            chart.Series.Select(s => s.Name)
        );
        Assert.Equal("8 GiB\nmemory64", Assert.Single(chart.Series[^1].Points).Category);
        Assert.Equal("µs", chart.Unit.Symbol);
    }

    [Fact]
    public void Shows_allocation_over_all_sizes_in_their_order()
    {
        var chart = Find("allocation-by-size", ChartRuns.Full("50.0.1"));

        Assert.True(chart.IsLogarithmic);
        Assert.Equal(["1 GiB", "2 GiB", "3 GiB", "4 GiB", "5 GiB", "6 GiB"], chart.Categories);
        Assert.Equal(
            ["growth that relocates", "growth inside a reservation"],
            chart.Series.Select(s => s.Name)
        );
        Assert.Equal(6e8, chart.Series[0].Points[0].Value, 1e-3);
    }

    [Fact]
    public void Shows_accesses_of_one_width_with_the_spread_of_the_tables()
    {
        var run = ChartRuns.Full("50.0.1");
        var chart = Find("access-by-window", run);

        Assert.Equal(6, chart.Categories.Count);
        Assert.Equal("Read\nbelow 4 GiB", chart.Categories[0]);
        Assert.Equal(["memory64", "memory32", "native"], chart.Series.Select(s => s.Name));
        Assert.Equal([6, 2, 2], chart.Series.Select(s => s.Points.Count));
        var summary = RunResults
            .Of(run, Suite.Book)
            .Find("BoundaryAccess.Read(Memory=memory64, Window=below, Width=8)")!
            .Summary!;
        var point = chart.Series[0].Points[0];
        Assert.Equal(summary.Center, point.Value);
        Assert.Equal(summary.Center + summary.Spread, point.Whisker!.Upper);
        Assert.Equal(summary.Center - summary.Spread, point.Whisker.Lower);
    }

    [Fact]
    public void Shows_streams_by_what_they_move_in_a_second()
    {
        var run = ChartRuns.Full("50.0.1");
        var chart = Find("bandwidth-by-loop", run);

        Assert.Equal(["Read\n16", "Triad\n16"], chart.Categories);
        Assert.Equal("GB/s", chart.Unit.Symbol);
        Assert.Equal(["memory64", "memory32", "native"], chart.Series.Select(s => s.Name));
        var point = chart.Series[0].Points[0];
        Assert.Equal(10, point.Value, 1e-9);
        Assert.InRange(10, point.Whisker!.Lower, point.Whisker.Upper);
    }

    [Fact]
    public void A_rate_is_how_often_a_second_holds_the_time()
    {
        var point = ChartPoint.OfRate("8B", new(Rounds: 2, Center: 250e6, Spread: 50e6));

        Assert.Equal(4, point.Value);
        Assert.Equal(new(1e9 / 300e6, 5), point.Whisker);
    }

    [Fact]
    public void Turns_the_spread_of_a_time_into_that_of_a_throughput()
    {
        var point = ChartPoint.OfThroughput("a", new(Rounds: 2, Center: 10, Spread: 6), bytes: 80);
        var endless = ChartPoint.OfThroughput("a", new(Rounds: 2, Center: 10, Spread: 10), 80);

        Assert.Equal((8, new Interval(5, 20)), (point.Value, point.Whisker));
        Assert.Null(endless.Whisker);
    }

    [Fact]
    public void Shows_the_ratio_to_memory32_with_its_interval_on_every_engine()
    {
        var chart = Find(
            "memory64-over-memory32",
            ChartRuns.Full("24.0.0"),
            ChartRuns.Full("50.0.1")
        );

        Assert.Equal(1, chart.Reference);
        Assert.Equal(["24.0.0", "50.0.1"], chart.Categories);
        var reads = chart.Series.Single(series => series.Name == "read of 8 bytes");
        Assert.All(
            reads.Points,
            point =>
            {
                Assert.Equal(2, point.Value, 1e-9);
                Assert.InRange(2, point.Whisker!.Lower, point.Whisker.Upper);
            }
        );
    }

    [Fact]
    public void Shows_no_ratio_of_two_runs()
    {
        var run = ChartRuns.Full("24.0.0");
        var mixed = run with
        {
            Cases =
            [
                .. run.Cases.Select(c =>
                    c.Id.Contains("memory32", StringComparison.Ordinal)
                        ? TestRuns.OfEarlierRun(c)
                        : c
                ),
            ],
        };

        var chart = Find(
            "memory64-over-memory32",
            mixed,
            ChartRuns.Full("36.0.0"),
            ChartRuns.Full("50.0.1")
        );

        Assert.Equal(["36.0.0", "50.0.1"], chart.Series[0].Points.Select(p => p.Category));
    }

    [Fact]
    public void Has_no_whisker_where_one_round_leaves_the_spread_unknown()
    {
        var run = ChartRuns.Full("50.0.1");
        run = run with { Cases = [.. run.Cases.Select(c => c with { Rounds = [c.Rounds[0]] })] };

        var charts = ChartRuns.Charts(run);

        Assert.All(
            charts.SelectMany(c => c.Series).SelectMany(s => s.Points),
            point => Assert.Null(point.Whisker)
        );
        Assert.NotEmpty(charts);
        Assert.All(
            charts,
            chart =>
                Assert.Contains(
                    ". There are no whiskers: ",
                    chart.AltText,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Says_that_some_values_have_no_whisker()
    {
        var run = ChartRuns.Full("50.0.1");
        var lone = run with
        {
            Cases =
            [
                .. run.Cases.Select(c =>
                    c.Id.Contains("memory32", StringComparison.Ordinal)
                        ? c with
                        {
                            Rounds = [c.Rounds[0]],
                        }
                        : c
                ),
            ],
        };

        Assert.EndsWith(
            "the ± of the tables; a value whose rounds are too few for that has none.",
            Find("access-by-window", lone).AltText,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "the ± of the tables.",
            Find("access-by-window", run).AltText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Says_in_words_what_it_shows()
    {
        var text = Find("access-by-window", ChartRuns.Full("50.0.1")).AltText;

        Assert.Contains(
            "memory64: 1.00 ns/access; memory32: 0.500 ns/access",
            text,
            StringComparison.Ordinal
        );
    }

    private static Chart Find(string name, params RunFile[] runs) =>
        ChartRuns.Charts(runs).Single(c => c.Name == name);

    private static IEnumerable<string> Names(params RunFile[] runs) =>
        ChartRuns.Charts(runs).Select(c => c.Name);
}
