using BenchmarkDotNet.Attributes;
using Memory64.Results.Benchmarks.Generation;
using Memory64.Results.Comparisons;
using Memory64.Results.RunFiles;
using Memory64.Results.Tables;

namespace Memory64.Results.Benchmarks;

/// <summary>One run file, and two against each other: 10 rounds of 10 iterations a case.</summary>
public class RunFileBenchmark
{
    private TemporaryTree _tree = null!;

    /// <summary>How many cases a file.</summary>
    [Params(30, 300)]
    public int Cases { get; set; }

    /// <summary>Makes the results.</summary>
    [GlobalSetup]
    public void Setup() =>
        _tree = new(
            new()
            {
                Machines = 1,
                Engines = 2,
                Cases = Cases,
            }
        );

    /// <summary>Reads a run file.</summary>
    [Benchmark]
    public object Load() => RunFile.Load(_tree.Paths[0]);

    /// <summary>Reads two and writes their comparison as tables.</summary>
    [Benchmark]
    public object Compare() =>
        string.Join(
            '\n',
            ComparisonTables
                .Of(
                    Comparison.Of(RunFile.Load(_tree.Paths[0]), RunFile.Load(_tree.Paths[1])),
                    GeneratedBook.Book,
                    relativeToControls: true
                )
                .Select(MarkdownWriter.Write)
        );

    /// <summary>Removes the results.</summary>
    [GlobalCleanup]
    public void Cleanup() => _tree.Dispose();
}
