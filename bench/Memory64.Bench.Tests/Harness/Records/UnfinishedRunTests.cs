using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Tests.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Records;

public sealed class UnfinishedRunTests : IDisposable
{
    private readonly JournalFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Knows_its_plan()
    {
        var unfinished = _fixture.Stop(_fixture.Header, _fixture.First.Round(1, 0.5));
        Assert.Equal(4, unfinished.PlannedRounds);
        Assert.Single(unfinished.Rounds);
        Assert.Equal(
            (_fixture.Plan.Profile, 2, true),
            (unfinished.Header.Profile, unfinished.Header.Rounds, unfinished.Header.Verified)
        );
        Assert.Equal(["--join"], unfinished.Header.BenchmarkDotNet);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"Format":1,"Star""")]
    public void Is_none_where_not_even_the_plan_was_written(string text)
    {
        File.WriteAllText(_fixture.Path, text);
        Assert.Null(UnfinishedRun.Read(_fixture.Path));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("round 2")]
    [InlineData(
        """{"Engine":"50.0.1","Id":null,"Round":1,"Iterations":[],"Outcome":{},"Seconds":1}"""
    )]
    [InlineData(
        """{"Engine":"50.0.1","Id":"a","Round":1,"Iterations":[NaN],"Outcome":{},"Seconds":1}"""
    )]
    public void Names_the_line_that_no_run_leaves(string line)
    {
        _fixture.Stop(_fixture.Header, _fixture.First.Round(1, 0.5));
        File.AppendAllText(_fixture.Path, $"{line}\n");
        Assert.Equal(
            $"{_fixture.Path}, line 3: not what a run of this program leaves; {Repository.Launcher} --restart drops it",
            Assert.Throws<MeasurementException>(() => UnfinishedRun.Read(_fixture.Path)).Message
        );
    }
}
