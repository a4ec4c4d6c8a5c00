using BenchmarkDotNet.Attributes;
using Memory64.Bench.Guests.V8;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>
/// What memory64 would cost a program of the user's: a module as it is, and widened, whose memory is a memory64 while its own pointers
/// stay of 32 bits.
/// </summary>
public class YourModule : Benchmark
{
    private IModuleTarget _target = null!;
    private ModuleTarget _here = null!;
    private Action _instantiate = null!;
    private SpanClock? _timed;

    /// <summary>The module's name.</summary>
    [ParamsSource(nameof(Modules))]
    public string Module { get; set; } = "";

    /// <summary>Which memory it has.</summary>
    [Params(ModuleMemory.memory64, ModuleMemory.widened, ModuleMemory.memory32)]
    public ModuleMemory Memory { get; set; }

    /// <summary>What of the engine's settings differs from the default; <c>none</c> where nothing.</summary>
    [ParamsSource(nameof(Settings))]
    public string Setting { get; set; } = ModuleCases.NoSetting;

    /// <summary>The values of <see cref="Module"/>, of which the suite itself has none.</summary>
    public static IEnumerable<string> Modules => [];

    /// <summary>The values of <see cref="Setting"/> that the suite itself has.</summary>
    public static IEnumerable<string> Settings => [ModuleCases.NoSetting];

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => ModuleCases.Of(Inputs);

    /// <inheritdoc/>
    public override ulong? Answer => _target.Answer.Hash;

    /// <inheritdoc/>
    public override string? DifferenceFrom(IMeasured other) =>
        _target.Answer.DifferenceFrom(((YourModule)other)._target.Answer);

    /// <inheritdoc/>
    public override SpanClock? Timed => _timed;

    /// <inheritdoc/>
    public override bool IsOnOneThread => _target.IsOnOneThread;

    /// <inheritdoc/>
    public override bool RepeatsCalls => !ModuleRequest.In(Inputs)!.IsFresh;

    /// <summary>It answers as is expected; an instance that stays answers twice alike.</summary>
    [GlobalSetup(Target = nameof(Run))]
    public void Setup()
    {
        var request = ModuleRequest.In(Inputs)!;
        var side = ModuleSide.Named(Module, request);
        if (UntimedEngine() is V8Engine engine)
        {
            _target = new ModuleInV8(side, Memory, request, engine);
            _timed = _target.Clock;
            return;
        }

        _here = new ModuleTarget(
            side,
            Memory,
            request,
            ModuleCases.ConfigurationOf(Setting),
            Engine()
        );
        _target = _here;
        Note(Page.CodeBytes, _here.CodeBytes);
    }

    /// <summary>The module, whose code is what is timed.</summary>
    [GlobalSetup(Targets = [nameof(Compile), nameof(Deserialize)])]
    public void SetupCode() => Setup();

    /// <summary>The module; only what a fresh instance does is timed.</summary>
    [GlobalSetup(Target = nameof(RunFresh))]
    public void SetupFresh()
    {
        Setup();
        _timed = _target.Clock;
    }

    /// <summary>The module; what WASI opens for an instance isn't timed.</summary>
    [GlobalSetup(Target = nameof(Instantiate))]
    public void SetupInstantiate()
    {
        Setup();
        _timed = _here.UsesWasi ? _here.Clock : null;
        _instantiate = _here.UsesWasi ? _here.InstantiateAtHost : _here.Instantiate;
    }

    /// <summary>Calls the function in an instance that stays.</summary>
    [Benchmark]
    public void Run() => _target.Call();

    /// <summary>Calls the function in an instance that nobody has called before.</summary>
    [Benchmark]
    public void RunFresh() => _target.CallFresh();

    /// <summary>Creates an instance, its data in its memory, and deletes it.</summary>
    [Benchmark]
    public void Instantiate() => _instantiate();

    /// <summary>Compiles the module, and deletes what it became.</summary>
    [Benchmark]
    public void Compile() => _here.Compile();

    /// <summary>Loads the compiled form from memory, and deletes it.</summary>
    [Benchmark]
    public void Deserialize() => _here.Deserialize();

    /// <summary>It still answers alike.</summary>
    [GlobalCleanup]
    public void Cleanup() => End(_target.Check, _target);
}
