using System.Runtime.InteropServices;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Measured;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Measured;

[Collection(ConsoleCollection.Name)]
public sealed unsafe class RoundReportTests
{
    private const int Bytes = 64 << 20;
    private const int LargestPage = 2 << 20;

    [Fact]
    public void Reports_what_a_round_cost_once_it_has_ended_well()
    {
        var steps = new List<string>();
        var lines = Capture(() =>
        {
            var report = new RoundReport();
            report.Begin(() => steps.Add("setup"));
            Touch();
            report.End(() => steps.Add("cleanup"));
        });

        Assert.Equal(["setup", "cleanup"], steps);
        var outcome = RoundOutcome.Find([Assert.Single(lines)]);
        Assert.NotNull(outcome);
        Assert.Null(outcome.Failure);
        Assert.True(outcome.ResidentBytes >= Bytes);
        Assert.True(outcome.MinorFaults >= Bytes / LargestPage);
        Assert.True(outcome.MajorFaults >= 0);
    }

    [Fact]
    public void Reports_what_was_found_out_and_does_not_ask_a_side_of_a_duel()
    {
        var asked = 0;
        IEnumerable<(string Metric, double Value)> Find()
        {
            asked++;
            yield return ("pssBytes", 5);
        }

        var lines = Capture(() =>
        {
            foreach (var report in (RoundReport[])[RoundReport.Silent(), new()])
            {
                report.Begin(() => { });
                report.Note(Find);
                report.End(() => { });
            }
        });

        Assert.Equal(5, RoundOutcome.Find([Assert.Single(lines)])!.Metrics!["pssBytes"]);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Does_not_count_the_faults_of_the_setup()
    {
        var lines = Capture(() =>
        {
            var report = new RoundReport();
            report.Begin(Touch);
            report.End(() => { });
        });
        Assert.InRange(RoundOutcome.Find(lines)!.MinorFaults, 0, (Bytes / LargestPage) - 1);
    }

    [Fact]
    public void Does_not_count_the_faults_of_a_preparation_nor_what_it_kept_resident()
    {
        Assert.SkipUnless(ProcessMemory.TryResetPeak(), "the system doesn't forget a peak");
        RoundReport report = new();
        var lines = Capture(() =>
        {
            report.Begin(() => { });
            report.Uncounted(Touch);
            report.End(() => { });
        });

        var outcome = RoundOutcome.Find(lines)!;
        Assert.InRange(outcome.MinorFaults, 0, (Bytes / LargestPage) - 1);
        Assert.InRange(outcome.ResidentBytes, 1, ProcessMemory.ResidentBytes() + (Bytes / 2));
    }

    [Fact]
    public void Counts_what_came_before_a_preparation()
    {
        var lines = Capture(() =>
        {
            RoundReport report = new();
            report.Begin(() => { });
            Touch();
            report.Uncounted(() => { });
            report.End(() => { });
        });

        var outcome = RoundOutcome.Find(lines)!;
        Assert.True(outcome.MinorFaults >= Bytes / LargestPage);
        Assert.True(outcome.ResidentBytes >= Bytes);
    }

    [Fact]
    public void Reports_a_setup_that_throws_in_one_line_and_lets_it_through() =>
        AssertReported(() => new RoundReport().Begin(Throw));

    [Fact]
    public void Reports_a_check_that_throws_in_one_line_and_lets_it_through() =>
        AssertReported(() => RoundReport.Guard(Throw));

    [Fact]
    public void Reports_a_cleanup_that_throws_in_one_line_and_lets_it_through() =>
        AssertReported(() => new RoundReport().End(Throw));

    [Fact]
    public void Says_nothing_of_a_check_that_passes() =>
        Assert.Empty(Capture(() => RoundReport.Guard(() => { })));

    private static void AssertReported(Action action)
    {
        InvalidDataException? thrown = null;
        var lines = Capture(() => thrown = Assert.Throws<InvalidDataException>(action));
        Assert.Equal("first\nsecond", thrown!.Message);
        var outcome = RoundOutcome.Find([Assert.Single(lines)]);
        Assert.Equal("InvalidDataException: first second", outcome?.Failure);
    }

    private static void Throw() => throw new InvalidDataException("first\nsecond");

    private static void Touch()
    {
        var memory = (byte*)NativeMemory.AllocZeroed(Bytes);
        for (var address = 0; address < Bytes; address += Environment.SystemPageSize)
        {
            memory[address] = 1;
        }

        NativeMemory.Free(memory);
    }

    private static string[] Capture(Action action)
    {
        var before = Console.Out;
        using var writer = new StringWriter();
        Console.SetOut(writer);
        try
        {
            action();
        }
        finally
        {
            Console.SetOut(before);
        }

        return writer.ToString().Split(writer.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
