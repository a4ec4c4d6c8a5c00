using Memory64.Results.Benchmarks.Generation;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.ResultsBenchmarks;

public sealed class ResultsTreeTests : IDisposable
{
    private static readonly TreeSize Small = new(
        Machines: 2,
        Engines: 3,
        Cases: 40,
        Rounds: 4,
        Iterations: 5
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_as_large_as_it_was_asked_to_be()
    {
        var paths = ResultsTree.Write(_folder.At("tree"), Small);

        var runs = new RunFolder(_folder.At("tree"));
        Assert.Equal(2, runs.Machines().Count);
        Assert.All(runs.Machines(), machine => Assert.Equal(3, runs.Engines(machine).Count));
        Assert.Equal(6, paths.Distinct().Count());
        foreach (var run in paths.Select(RunFile.Load))
        {
            Assert.Equal(40, run.Cases.Count);
            Assert.All(run.Cases, c => Assert.Equal(4, c.Rounds.Count));
            Assert.All(run.Cases[0].Rounds, round => Assert.Equal(5, round.Iterations.Count));
        }
    }

    [Fact]
    public void Has_the_same_bytes_each_time()
    {
        var first = ResultsTree.Write(_folder.At("first"), Small);
        var second = ResultsTree.Write(_folder.At("second"), Small);

        Assert.Equal(first.Select(File.ReadAllText), second.Select(File.ReadAllText));
        Assert.Equal(first.Count, first.Select(File.ReadAllText).Distinct().Count());
    }

    // Else what is timed would be the way of cases without controls.
    [Fact]
    public void Has_a_control_for_each_memory64_case_at_full_size()
    {
        var size = new TreeSize(Machines: 1, Engines: 1, Rounds: 1, Iterations: 1);

        var run = RunFile.Load(Assert.Single(ResultsTree.Write(_folder.At("full"), size)));

        Assert.Equal(300, run.Cases.Count);
        Assert.All(
            run.Cases.Where(c => c.Parameters["Memory"] == "memory64"),
            c => Assert.NotEmpty(c.Controls)
        );
    }
}
