using BenchmarkDotNet.Attributes;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.WholePrograms;

/// <summary>
/// What memory64 costs whole programs, with the pointers that C has: a check of each access, and twice as many bytes for each pointer.
/// Widened programs have the checks alone, so memory64 over widened is what wide pointers cost, and widened over memory32 what checks do.
/// </summary>
public class Programs : Benchmark
{
    /// <summary>The metric of the bytes of its memory that a program uses.</summary>
    internal const string UsedBytes = "usedBytes";

    private ProgramTarget _target = null!;
    private ulong _answer;

    /// <summary>The program.</summary>
    [ParamsAllValues]
    public ProgramKind Program { get; set; }

    /// <summary>What it is compiled for.</summary>
    [ParamsAllValues]
    public ProgramMemory Memory { get; set; }

    /// <summary>How much it works on.</summary>
    [ParamsAllValues]
    public DataSet Set { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => ProgramCases.All;

    /// <summary>A call goes on where the one before ended, also if the engine makes several in a row.</summary>
    public override bool RepeatsCalls => true;

    /// <inheritdoc/>
    public override ulong? Answer => _answer;

    private ulong Steps => (ulong)ProgramSizes.StepsOf(Program, Set);

    /// <summary>Creates the memory with its assertion and the program in it; its first steps compute what they should.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _target = new ProgramTarget(Program, Memory, Set, GuestEngine);
        _target.Run(Steps, times: 1);
        _target.CheckRun();
        _answer = _target.Sum;
        Note(UsedBytes, _target.UsedBytes);
    }

    /// <summary>Does the program's next steps.</summary>
    [Benchmark]
    public void Run() => _target.Run(Steps, Times);

    /// <summary>All steps have computed what they should.</summary>
    [GlobalCleanup]
    public void Cleanup() => End(_target.CheckRun, _target);
}
