using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Compiling;

/// <summary>
/// What it costs to make machine code of a guest, and to load what was made before. Code for memory64 holds the checks that
/// code for memory32 mostly does without, and someone has to compile them.
/// </summary>
public class Compilation : Benchmark
{
    private CompilationTarget _target = null!;

    /// <summary>For which addresses.</summary>
    [Params(MemoryKind.memory64, MemoryKind.memory32)]
    public MemoryKind Memory { get; set; }

    /// <summary>Which guest.</summary>
    [ParamsAllValues]
    public Source Source { get; set; }

    /// <summary>By how many threads.</summary>
    [ParamsAllValues]
    public Threads Threads { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => CompilationCases.All;

    /// <inheritdoc/>
    public override bool IsOnOneThread => Threads != Threads.all;

    /// <summary>An instance of what was compiled passes the assertion, and its machine code is weighed.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _target = new CompilationTarget(
            CompilationCases.GuestOf(Memory, Source),
            KernelMemory.TypeOf(Memory),
            CompilationCases.SettingsOf(Threads),
            Engine()
        );
        Note(Page.CodeBytes, _target.CodeBytes);
    }

    /// <summary>Compiles the guest, and deletes the module.</summary>
    [Benchmark]
    public void Compile() => _target.Compile();

    /// <summary>Loads the compiled form from memory, and deletes the module.</summary>
    [Benchmark]
    public void Deserialize() => _target.Deserialize();

    /// <summary>The guest still becomes the same code, which passes the assertion.</summary>
    [GlobalCleanup(Target = nameof(Compile))]
    public void CleanupCompile() => End(_target.CheckCompiled, _target);

    /// <summary>What is loaded still passes the assertion.</summary>
    [GlobalCleanup(Target = nameof(Deserialize))]
    public void CleanupDeserialize() => End(_target.CheckLoaded, _target);
}
