using BenchmarkDotNet.Attributes;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>
/// What memory64 would cost a program of the user's: a module as it is, and widened, whose memory is a memory64 while its own pointers
/// stay of 32 bits.
/// </summary>
public class YourModule : Benchmark
{
    private ModuleTarget _target = null!;

    /// <summary>Which memory it has.</summary>
    [Params(MemoryKind.memory64, MemoryKind.memory32)]
    public MemoryKind Memory { get; set; }

    /// <summary>The module's name.</summary>
    [ParamsSource(nameof(Modules))]
    public string Module { get; set; } = "";

    /// <summary>The values of <see cref="Module"/>, of which the suite itself has none.</summary>
    public static IEnumerable<string> Modules => [];

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => ModuleCases.Of(Inputs);

    /// <inheritdoc/>
    public override ulong? Answer => _target.Answer;

    /// <summary>It answers twice alike, and as is expected.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var module = UserModule.Named(Module, Inputs);
        _target = new ModuleTarget(
            module.With(Memory),
            Invocation.Of(Inputs),
            ModuleOptions.ExpectedIn(Inputs),
            ModuleOptions.IsFreshIn(Inputs),
            Engine()
        );
        Note(Page.CodeBytes, _target.CodeBytes);
    }

    /// <summary>Calls the function in an instance that stays.</summary>
    [Benchmark]
    public void Run() => _target.Call();

    /// <summary>A new instance, which is no part of what is timed.</summary>
    [IterationSetup(Target = nameof(RunFresh))]
    public void Renew() => _target.Renew();

    /// <summary>Calls the function in an instance that nobody has called before.</summary>
    [Benchmark]
    public void RunFresh() => _target.Call();

    /// <summary>Creates an instance, its data in its memory, and deletes it.</summary>
    [Benchmark]
    public void Instantiate() => _target.Instantiate();

    /// <summary>Compiles the module, and deletes what it became.</summary>
    [Benchmark]
    public void Compile() => _target.Compile();

    /// <summary>Loads the compiled form from memory, and deletes it.</summary>
    [Benchmark]
    public void Deserialize() => _target.Deserialize();

    /// <summary>It still answers alike.</summary>
    [GlobalCleanup]
    public void Cleanup() => End(_target.Check, _target);
}
