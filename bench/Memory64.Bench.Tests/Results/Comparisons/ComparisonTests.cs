using Memory64.Results.Comparisons;
using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;
using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Comparisons;

public sealed class ComparisonTests
{
    [Fact]
    public void Gives_the_figures_of_a_case()
    {
        var compared = Single(
            TestRuns.Measured("A", "M", "", 98, 99, 100, 101, 102),
            TestRuns.Measured("A", "M", "", 196, 198, 200, 202, 204)
        );

        Assert.Equal("A.M", compared.Case.Id);
        Assert.Equal(new Summary(5, 100, 2), compared.Base);
        Assert.Equal(new Summary(5, 200, 4), compared.New);
        Assert.Equal(2, compared.Relation.Ratio, 12);
        Assert.Equal(100, compared.Shift!.Value, 12);
        Assert.Equal(100 / 3.0, compared.Disparity!.Value, 9);
        Assert.Equal(2 / 252.0, compared.Relation.PValue, 12);
        Assert.Equal(new Interval(196 / 101.0, 202 / 98.0), compared.Relation.Interval);
        Assert.Equal(Verdict.Slower, compared.Relation.Verdict);
    }

    [Fact]
    public void Leaves_undefined_what_one_round_does_not_tell()
    {
        var compared = Single(
            TestRuns.Measured("A", "M", "", 10),
            TestRuns.Measured("A", "M", "", 20)
        );

        Assert.Null(compared.Disparity);
        Assert.Null(compared.Relation.Interval);
        Assert.Null(compared.Base!.Spread);
        Assert.Equal(2, compared.Relation.Ratio, 12);
        Assert.Equal(1, compared.Relation.PValue);
        Assert.Equal(Verdict.TooFewRounds, compared.Relation.Verdict);
    }

    [Fact]
    public void Has_no_effect_size_without_any_spread() =>
        Assert.Null(
            Single(
                TestRuns.Measured("A", "M", "", 1, 1, 1, 1, 1),
                TestRuns.Measured("A", "M", "", 2, 2, 2, 2, 2)
            ).Disparity
        );

    [Fact]
    public void Decides_by_the_options()
    {
        var (before, after) = (
            TestRuns.Measured("A", "M", "", 98, 99, 100, 101, 102),
            TestRuns.Measured("A", "M", "", 196, 198, 200, 202, 204)
        );

        Assert.Equal(
            Verdict.Same,
            Single(before, after, new() { Threshold = 1.2 }).Relation.Verdict
        );
        Assert.Equal(
            Verdict.TooFewRounds,
            Single(before, after, new() { Alpha = 0.001 }).Relation.Verdict
        );
    }

    [Fact]
    public void Drops_no_case_and_says_why_one_is_not_compared()
    {
        var comparison = Comparison.Of(
            TestRuns.Run(
                TestRuns.Measured("A", "Both", "", 1),
                TestRuns.Measured("A", "Gone", "", 1),
                TestRuns.Measured("A", "Skipped", "", 1, 3),
                TestRuns.Failed("A", "Worse", "", "lost 0x63")
            ),
            TestRuns.Run(
                TestRuns.Measured("A", "Both", "", 1),
                TestRuns.Measured("A", "Added", "", 7),
                TestRuns.Skipped("A", "Skipped", "", "needs 12.4 GiB"),
                TestRuns.Skipped("A", "Worse", "", "no such setting")
            )
        );

        Assert.Equal(["A.Both"], comparison.Cases.Select(c => c.Case.Id));
        Assert.Equal(
            [
                ("A.Added", "not in BASE"),
                ("A.Gone", "not in NEW"),
                ("A.Skipped", "skipped in NEW: needs 12.4 GiB"),
                ("A.Worse", "failed in BASE: lost 0x63; skipped in NEW: no such setting"),
            ],
            comparison.Uncompared.Select(c => (c.Case.Id, c.Why))
        );
        Assert.Equal(new Summary(1, 7, null), comparison.Uncompared[0].New);
        Assert.Null(comparison.Uncompared[0].Base);
        Assert.Equal(new Summary(2, 2, 2), comparison.Uncompared[2].Base);
    }

    // Rounds before the failure may be of a case that did not do its work.
    [Fact]
    public void Does_not_compare_the_rounds_of_a_failed_case()
    {
        var measured = TestRuns.Measured("A", "M", "", 1, 2);
        var failed = measured with { Status = CaseStatus.Failed, Reason = "alias" };

        Assert.Empty(Comparison.Of(TestRuns.Run(measured), TestRuns.Run(failed)).Cases);
    }

    [Fact]
    public void Counts_verdicts()
    {
        double[] steady = [99.8, 99.9, 100, 100.1, 100.2];
        var before = new[] { "Equal", "Faster", "Few", "Slower", "Unsure", "Within", "Gone" };
        var after = new (string Method, double[] Rounds)[]
        {
            ("Equal", steady),
            ("Faster", [50, 51, 52, 53, 54]),
            ("Few", [1, 2]),
            ("Slower", [150, 151, 152, 153, 154]),
            ("Unsure", [70, 100, 110, 120, 130]),
            ("Within", [95, 98, 100, 103, 105]),
        };

        var comparison = Comparison.Of(
            TestRuns.Run([.. before.Select(m => TestRuns.Measured("A", m, "", steady))]),
            TestRuns.Run([.. after.Select(c => TestRuns.Measured("A", c.Method, "", c.Rounds))])
        );

        Assert.Equal(new(1, 1, 1, 1, 1, 1, 1), comparison.Totals);
    }

    [Fact]
    public void Refuses_different_guests_in_one_line()
    {
        var measured = TestRuns.Measured("A", "M", "", 1);
        var other = measured with
        {
            Guest = new() { Name = "access", Sha256 = "0022" },
        };

        var refusal = Assert.Throws<ComparisonException>(() =>
            Comparison.Of(TestRuns.Run(measured), TestRuns.Run(other))
        );

        Assert.Equal(
            "results of different guests are not compared: A.M ran access with sha256 0011 in BASE and access with sha256 0022 in NEW; measure one of the two again",
            refusal.Message
        );
        Assert.Throws<ComparisonException>(() =>
            Comparison.Of(TestRuns.Run(measured with { Guest = null }), TestRuns.Run(measured))
        );
    }

    [Fact]
    public void Compares_the_same_guest_under_another_name_and_cases_without_one()
    {
        var measured = TestRuns.Measured("A", "M", "", 1) with
        {
            Guest = new() { Name = "old", Sha256 = "AA11" },
        };
        var renamed = measured with
        {
            Guest = new() { Name = "new", Sha256 = "aa11" },
        };

        Single(measured, renamed);
        Single(measured with { Guest = null }, measured with { Guest = null });
    }

    [Theory]
    [InlineData(2, 8, TimeUnit.Nanosecond, "other number of operations: 1 in BASE, 2 in NEW")]
    [InlineData(1, 16, TimeUnit.Nanosecond, "other bytes an operation: 8 in BASE, 16 in NEW")]
    [InlineData(1, 8, TimeUnit.Millisecond, "other unit: Nanosecond in BASE, Millisecond in NEW")]
    public void Does_not_compare_a_case_that_does_other_work(
        long operations,
        long bytes,
        TimeUnit unit,
        string why
    )
    {
        var measured = TestRuns.Measured("A", "M", "", 1) with { Bytes = 8 };
        var changed = measured with { Operations = operations, Bytes = bytes, Unit = unit };

        var comparison = Comparison.Of(TestRuns.Run(measured), TestRuns.Run(changed));

        Assert.Equal(why, Assert.Single(comparison.Uncompared).Why);
        Assert.Empty(comparison.Lost);
    }

    // Two models of one name are two models.
    [Fact]
    public void Does_not_compare_a_case_that_read_another_file()
    {
        var measured = TestRuns.Measured("A", "M", "", 1) with { Input = TestRuns.Input("0011") };
        var other = measured with { Input = TestRuns.Input("0022") };

        Assert.Equal(
            "other input: m.gguf of 64 bytes with sha256 0011 in BASE, m.gguf of 64 bytes with sha256 0022 in NEW",
            Why(measured, other)
        );
        Assert.Equal(
            "other input: m.gguf of 64 bytes with sha256 0011 in BASE, none in NEW",
            Why(measured, measured with { Input = null })
        );
        Single(measured, measured with { Input = TestRuns.Input("0011") with { Name = "n" } });

        static string Why(RunCase older, RunCase newer) =>
            Assert.Single(Comparison.Of(TestRuns.Run(older), TestRuns.Run(newer)).Uncompared).Why;
    }

    [Fact]
    public void Repeats_what_a_side_says_of_its_row()
    {
        var measured = TestRuns.Measured("A", "M", "", 1);
        var limited = measured with { Reason = "measured on 1 of 2 cores" };

        Assert.Equal("NEW: measured on 1 of 2 cores", Single(measured, limited).Remark);
        Assert.Equal("BASE: measured on 1 of 2 cores", Single(limited, measured).Remark);
        Assert.Equal("measured on 1 of 2 cores", Single(limited, limited).Remark);
        Assert.Null(Single(measured, measured).Remark);
    }

    [Fact]
    public void Does_not_compare_a_case_whose_settings_differ_and_says_so()
    {
        static RunFile Run(params (string Name, string Value)[] settings) =>
            TestRuns.Run(
                TestRuns.Measured("A", "Changed", "", 1) with
                {
                    Settings = new(
                        settings.Select(s => new KeyValuePair<string, string>(s.Name, s.Value))
                    ),
                },
                TestRuns.Measured("A", "Else", "", 1) with
                {
                    Controls = new() { ["changed"] = "A.Changed" },
                }
            );

        var comparison = Comparison.Of(Run(), Run(("reservation", "16GiB"), ("spectre", "off")));

        Assert.Equal(
            "other settings: defaults in BASE, reservation=16GiB, spectre=off in NEW",
            Assert.Single(comparison.Uncompared).Why
        );
        Assert.NotNull(comparison.Uncompared[0].Base);
        Assert.NotNull(comparison.Uncompared[0].New);
        // Nor is it a control.
        Assert.Empty(Assert.Single(comparison.Cases).Controls);
        Assert.Empty(
            Comparison.Of(Run(("a", "1"), ("b", "2")), Run(("b", "2"), ("a", "1"))).Uncompared
        );
    }

    // The new machine is twice as slow with the control, and 3 times with the case: 1.5 times what the machine explains.
    [Fact]
    public void Relates_a_case_to_its_control_on_both_sides()
    {
        static RunFile Run(double time, double control) =>
            TestRuns.Run(
                TestRuns.Measured("A", "M", "", time) with
                {
                    Controls = new() { ["native"] = "A.Native", ["memory32"] = "A.Absent" },
                },
                TestRuns.Measured("A", "Native", "", control)
            );

        var compared = Comparison.Of(Run(20, 10), Run(60, 20)).Cases[0];

        var relation = Assert.Single(compared.Controls);
        Assert.Equal(("native", "A.Native"), (relation.Label, relation.ControlId));
        Assert.Equal(2, relation.Base.Ratio, 12);
        Assert.Equal(3, relation.New.Ratio, 12);
        Assert.Equal(1.5, relation.Ratio, 12);
        Assert.Null(relation.Interval);
    }

    [Fact]
    public void Relates_no_case_to_a_control_of_another_run()
    {
        var measured = TestRuns.Measured("A", "M", "", 20) with
        {
            Controls = new() { ["native"] = "A.Native" },
        };
        var control = TestRuns.Measured("A", "Native", "", 10);
        var (whole, mixed) = (
            TestRuns.Run(measured, control),
            TestRuns.Run(measured, TestRuns.OfEarlierRun(control))
        );

        Assert.Single(Comparison.Of(whole, whole).Cases[0].Controls);
        Assert.Empty(Comparison.Of(whole, mixed).Cases[0].Controls);
        Assert.Empty(Comparison.Of(mixed, whole).Cases[0].Controls);
    }

    [Fact]
    public void Is_interleaved_where_one_run_measured_both_sides_of_every_case()
    {
        var (a, b) = (TestRuns.Measured("A", "M", "", 1), TestRuns.Measured("B", "M", "", 1));
        var (whole, mixed) = (TestRuns.Run(a, b), TestRuns.Run(a, TestRuns.OfEarlierRun(b)));

        Assert.True(Comparison.Of(whole, whole).IsInterleaved);
        Assert.True(Comparison.Of(mixed, mixed).IsInterleaved);
        Assert.False(Comparison.Of(whole, mixed).IsInterleaved);
        Assert.Equal([true, false], Comparison.Of(whole, mixed).Cases.Select(c => c.IsInterleaved));
    }

    private static ComparedCase Single(
        RunCase before,
        RunCase after,
        ComparisonOptions? options = null
    ) => Assert.Single(Comparison.Of(TestRuns.Run(before), TestRuns.Run(after), options).Cases);
}
