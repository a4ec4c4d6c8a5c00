using Memory64.Bench.Harness.Rounds;
using Memory64.Bench.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

public sealed class ProcessEndTests
{
    private static readonly CaseReport Good = new(0, [1], new()),
        Failed = new(1, [], new() { Failure = "alias at 4 GiB" });

    [Fact]
    public void Takes_what_a_process_reported_that_ended_well() =>
        Assert.Equal([Good], new ProcessEnd([Good], 0, "").ReportsOf(1));

    [Fact]
    public void Takes_a_case_at_its_word_that_says_it_failed() =>
        Assert.Equal([Failed], new ProcessEnd([Failed], 1, "").ReportsOf(3));

    [Theory]
    [InlineData(139, true)]
    [InlineData(137, false)]
    [InlineData(0, false)]
    public void A_case_alone_has_failed_where_its_process_died(int exitCode, bool reported)
    {
        var end = new ProcessEnd(reported ? [Good] : [], exitCode, "died");

        var report = Assert.Single(end.ReportsOf(1));

        Assert.Equal((0, "died"), (report.Index, report.Outcome.Failure));
        Assert.Empty(report.Iterations);
    }

    [Theory]
    [InlineData(139)]
    [InlineData(0)]
    public void Takes_nothing_from_several_cases_where_any_may_be_the_reason(int exitCode) =>
        Assert.Empty(new ProcessEnd([Good], exitCode, "died").ReportsOf(2));
}
