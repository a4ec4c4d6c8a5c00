using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles;

public sealed class RunFileMergeTests
{
    private static readonly RunCase A = TestRuns.Measured("A", "Run", "", 1);
    private static readonly RunCase B = TestRuns.Measured("B", "Run", "", 2);
    private static readonly RunCase NewB = TestRuns.Measured("B", "Run", "", 3, 4);
    private static readonly RunCase C = TestRuns.Measured("C", "Run", "", 5);

    [Fact]
    public void Replaces_what_was_measured_again_and_keeps_the_rest()
    {
        var merged = RunFile.Merge(TestRuns.Run(C, B), TestRuns.Run(NewB, A));

        Assert.Equal([A, NewB, C], merged.Cases);
    }

    [Fact]
    public void Takes_everything_else_from_the_newer_run()
    {
        var newer = TestRuns.Run(A);
        newer = newer with
        {
            Started = newer.Started.AddDays(1),
            Profile = "smoke",
            Suite = newer.Suite with { Commit = "later" },
            Machine = newer.Machine with { Kernel = "7" },
        };

        var merged = RunFile.Merge(TestRuns.Run(B), newer);

        Assert.Equal(newer with { Cases = merged.Cases }, merged);
    }

    [Fact]
    public void A_case_that_is_kept_says_of_which_run_it_is_however_often_it_is_kept()
    {
        var first = TestRuns.Run(A, B, C);
        var second = TestRuns.Run(NewB);
        second = second with
        {
            Started = first.Started.AddDays(1),
            Suite = second.Suite with { Commit = "later" },
        };
        var third = second with { Started = first.Started.AddDays(2), Cases = [C] };

        var merged = RunFile.Merge(RunFile.Merge(first, second), third);

        Assert.Equal(
            [(first.Started, "abc1234"), (second.Started, "later"), (third.Started, "later")],
            merged.Cases.Select(merged.StartOf).Select(run => (run.Started, run.Suite.Commit))
        );
        Assert.Null(merged.Cases[^1].Earlier);
    }

    [Fact]
    public void A_case_that_is_kept_keeps_the_machine_it_was_measured_on()
    {
        var first = TestRuns.Run(A, B, C);
        var second = TestRuns.Run(NewB);
        second = second with
        {
            Started = first.Started.AddDays(1),
            Machine = second.Machine with { Kernel = "6.6", TransparentHugePages = "always" },
        };
        var third = second with
        {
            Started = first.Started.AddDays(2),
            Machine = second.Machine with { Kernel = "7.0" },
            Cases = [C],
        };

        var merged = RunFile.Merge(RunFile.Merge(first, second), third);

        Assert.Equal(
            [first.Machine, second.Machine, third.Machine],
            merged.Cases.Select(c => merged.StartOf(c).Machine)
        );
        Assert.Null(merged.Cases[^1].Earlier);
    }

    [Fact]
    public void A_failure_replaces_a_measurement()
    {
        var failed = TestRuns.Failed("B", "Run", "", "lost last byte");

        Assert.Equal([failed], RunFile.Merge(TestRuns.Run(B), TestRuns.Run(failed)).Cases);
    }

    [Fact]
    public void A_skip_does_not_replace_a_measurement()
    {
        var skipped = TestRuns.Skipped("B", "Run", "", "needs 12.4 GiB, 9.1 GiB available");

        Assert.Equal([B], RunFile.Merge(TestRuns.Run(B), TestRuns.Run(skipped)).Cases);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public void A_case_that_was_cut_short_does_not_replace_one_of_more_rounds(
        int rounds,
        bool replaces
    )
    {
        var cut = TestRuns.Measured("B", "Run", "", [.. Enumerable.Repeat(9.0, rounds)]);

        var merged = RunFile.Merge(
            TestRuns.Run(NewB, A),
            TestRuns.Run(cut),
            cutShort: new HashSet<string>(StringComparer.Ordinal) { B.Id }
        );

        Assert.Equal([A, replaces ? cut : NewB], merged.Cases);
    }

    [Fact]
    public void A_case_that_was_cut_short_replaces_one_of_another_build_of_its_guest()
    {
        var older = NewB with
        {
            Guest = new RunGuest { Name = "access-m64", Sha256 = "0" },
        };
        var cut = B with
        {
            Guest = new RunGuest { Name = "access-m64", Sha256 = "1" },
        };

        var merged = RunFile.Merge(
            TestRuns.Run(older),
            TestRuns.Run(cut),
            cutShort: new HashSet<string>(StringComparer.Ordinal) { B.Id }
        );

        Assert.Equal([cut], merged.Cases);
    }

    [Fact]
    public void A_case_that_was_not_cut_short_replaces_one_of_more_rounds() =>
        Assert.Equal([B], RunFile.Merge(TestRuns.Run(NewB), TestRuns.Run(B)).Cases);

    [Fact]
    public void A_skip_replaces_what_was_not_measured_either()
    {
        var failed = TestRuns.Failed("B", "Run", "", "lost last byte");
        var skipped = TestRuns.Skipped("B", "Run", "", "needs 12.4 GiB, 9.1 GiB available");

        Assert.Equal([skipped], RunFile.Merge(TestRuns.Run(failed), TestRuns.Run(skipped)).Cases);
    }

    [Fact]
    public void Does_not_depend_on_how_often_runs_are_merged()
    {
        var atOnce = RunFile.Merge(TestRuns.Run(B), TestRuns.Run(A, NewB, C));
        var inSteps = RunFile.Merge(
            RunFile.Merge(RunFile.Merge(TestRuns.Run(B), TestRuns.Run(C)), TestRuns.Run(A)),
            TestRuns.Run(NewB)
        );

        Assert.Equal(atOnce.Cases, inSteps.Cases);
    }

    [Fact]
    public void Refuses_another_machine()
    {
        var older = TestRuns.Run(A);
        older = older with { Machine = older.Machine with { Id = "other" } };

        Assert.Equal(
            "r/50.json: is of machine other, the new run of test-machine; use another --results folder or remove the file",
            Refused(older, TestRuns.Run(B))
        );
    }

    [Fact]
    public void Refuses_another_processor_to_which_its_host_gives_the_same_name()
    {
        var older = TestRuns.Run(A);
        older = older with { Machine = older.Machine with { L1dBytes = 48 << 10 } };

        Assert.Equal(
            "r/50.json: is of another processor (first-level data cache of 48.0 KiB, not 32.0 KiB); use another --results folder or remove the file",
            Refused(older, TestRuns.Run(B))
        );
    }

    [Fact]
    public void Refuses_another_engine_version() =>
        Assert.Equal(
            "r/50.json: is of engine 36.0.0, the new run of 50.0.1; give this one a name of its own (--engine NAME=PATH), use another --results folder or remove the file",
            Refused(TestRuns.Run("36.0.0", A), TestRuns.Run(B))
        );

    [Fact]
    public void Refuses_another_build_of_the_same_version()
    {
        var older = TestRuns.Run(A);
        older = older with { Engine = older.Engine with { Sha256 = "0123456789abcdef" } };

        Assert.Equal(
            "r/50.json: is of another build of 50.0.1: sha256 0123456789ab, the new run's is aaaabbbbcccc; give this one a name of its own (--engine NAME=PATH), use another --results folder or remove the file",
            Refused(older, TestRuns.Run(B))
        );
    }

    [Fact]
    public void Refuses_to_keep_a_case_of_another_build_of_the_guest()
    {
        var stale = A with
        {
            Guest = new() { Name = "access", Sha256 = "9999" },
        };

        Assert.Equal(
            "r/50.json: A.Run was measured with another build of guest access, and the new run does not measure it again; use another --results folder or remove the file",
            Refused(TestRuns.Run(stale), TestRuns.Run(B))
        );
    }

    [Fact]
    public void Takes_another_build_of_the_guest_for_a_case_that_is_replaced()
    {
        var stale = B with
        {
            Guest = new() { Name = "access", Sha256 = "9999" },
        };

        Assert.Equal([NewB], RunFile.Merge(TestRuns.Run(stale), TestRuns.Run(NewB)).Cases);
    }

    // Fewer rounds of a budget that ended don't replace more, unless those are of another file.
    [Theory]
    [InlineData("0011", true)]
    [InlineData("0022", false)]
    public void Keeps_more_rounds_of_the_same_file_only(string newer, bool isKept)
    {
        var more = NewB with
        {
            Rounds = [TestRuns.Round(1), TestRuns.Round(2)],
            Input = TestRuns.Input("0011"),
        };
        var fewer = more with { Rounds = [TestRuns.Round(3)], Input = TestRuns.Input(newer) };

        var merged = RunFile.Merge(
            TestRuns.Run(more),
            TestRuns.Run(fewer),
            cutShort: new HashSet<string> { fewer.Id }
        );

        Assert.Equal(isKept ? more.Rounds : fewer.Rounds, Assert.Single(merged.Cases).Rounds);
    }

    [Fact]
    public void Keeps_a_case_of_another_guest_and_one_without()
    {
        var other = A with
        {
            Guest = new() { Name = "other", Sha256 = "9999" },
        };
        var none = B with { Guest = null };

        Assert.Equal(
            [other, none, C],
            RunFile.Merge(TestRuns.Run(other, none), TestRuns.Run(C)).Cases
        );
    }

    private static string Refused(RunFile older, RunFile newer) =>
        Assert.Throws<RunFileException>(() => RunFile.Merge(older, newer, "r/50.json")).Message;
}
