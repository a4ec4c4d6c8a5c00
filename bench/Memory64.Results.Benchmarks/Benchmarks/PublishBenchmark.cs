using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Memory64.Results.Benchmarks.Generation;
using Memory64.Results.Pages;

namespace Memory64.Results.Benchmarks;

/// <summary>
/// All pages of all machines, once in a fresh process as <c>publish</c> does it: compiling is part of the time. Results are
/// made in the same process before, a file at a time, so its peak is never understated.
/// </summary>
[SimpleJob(
    RunStrategy.ColdStart,
    launchCount: 3,
    warmupCount: 0,
    iterationCount: 1,
    invocationCount: 1
)]
public class PublishBenchmark
{
    private TemporaryTree _tree = null!;

    /// <summary>How many machines with 10 engines of 300 cases, 10 rounds, 10 iterations each.</summary>
    [Params(5, 50)]
    public int Machines { get; set; }

    /// <summary>Makes the results.</summary>
    [GlobalSetup]
    public void Setup() => _tree = new(new() { Machines = Machines });

    /// <summary>Reads all run files and writes all pages.</summary>
    [Benchmark]
    public object Publish() => Publisher.Publish(_tree.Folder, GeneratedBook.Book);

    /// <summary>Removes the results.</summary>
    [GlobalCleanup]
    public void Cleanup() => _tree.Dispose();
}
