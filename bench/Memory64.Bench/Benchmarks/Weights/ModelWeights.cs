using BenchmarkDotNet.Attributes;
using Memory64.Bench.Benchmarks.Weights.Anchor;
using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>
/// What it costs to load a language model's weights and to use them where they lie: one token of a model of the llama architecture,
/// whose quantized matrices are read once each.
/// </summary>
/// <remarks>
/// One thread, vectors of 128 bits. The suite's own weights are synthetic, in the shapes and types of known models; the time doesn't
/// depend on their values. Where the system can, both sides of a duel have the same pages of one file; but for huge pages, which are of a file of their own.
/// </remarks>
public class ModelWeights : Benchmark
{
    private ITokenTarget? _target;
    private LoadTarget _load = null!;

    /// <summary>Where the weights lie.</summary>
    [ParamsAllValues]
    public WeightMemory Memory { get; set; }

    /// <summary>The model.</summary>
    [ParamsSource(nameof(Models))]
    public string Model { get; set; } = "";

    /// <summary>The values of <see cref="Model"/>.</summary>
    public static IEnumerable<string> Models => ModelSource.Own.Select(source => source.Name);

    /// <inheritdoc/>
    public override IEnumerable<CaseDescription> Cases => ModelCases.Of(Inputs);

    /// <inheritdoc/>
    public override ulong? Answer => _target?.Answer;

    /// <inheritdoc/>
    public override int Slices => _target?.Parts ?? 1;

    /// <inheritdoc/>
    public override bool IsOnOneThread => !Memory.IsOfLlamaCpp;

    /// <summary>The memory with its assertion, the model's file in it, and the first token; of a side of a duel, its first layers.</summary>
    [GlobalSetup(Target = nameof(Token))]
    public void SetupToken() =>
        _target = Memory.IsOfLlamaCpp
            ? new AnchorTarget(Open(), repacks: Memory == WeightMemory.llamaCppRepacked)
            : new ModelTarget(
                Open(),
                Memory,
                Memory == WeightMemory.native ? UntimedEngine : GuestEngine,
                !IsSide && ModelTarget.AsksAnother(Source, Memory),
                IsSide ? Source.PartsOfSide : int.MaxValue
            );

    /// <summary>The next token.</summary>
    [Benchmark]
    public void Token() => _target!.Token();

    /// <summary>A layer of a token, or its logits: a duel needs no whole tokens.</summary>
    [SliceOf(nameof(Token))]
    public void Part() => _target!.Part();

    /// <summary>The first token still is what it was at first.</summary>
    [GlobalCleanup(Target = nameof(Token))]
    public void CleanupToken()
    {
        Note(() => _target!.Metrics);
        End(_target!.Check, _target!);
    }

    /// <summary>The model's file, and an engine with the guest.</summary>
    [GlobalSetup(Target = nameof(LoadCopy))]
    public void SetupCopy() => PrepareLoad(maps: false);

    /// <summary>The model's file, and an engine with the guest, whose memory is one that stays where it is.</summary>
    [GlobalSetup(Target = nameof(LoadMap))]
    public void SetupMap() => PrepareLoad(maps: true);

    /// <summary>A fresh memory, none of it touched.</summary>
    [IterationSetup(Targets = [nameof(LoadCopy), nameof(LoadMap)])]
    public void OpenMemory()
    {
        _load.Open();
        BackPages(_load.BytesToTouch);
    }

    /// <summary>Reads the file into the memory.</summary>
    [Benchmark]
    public void LoadCopy() => _load.Copy();

    /// <summary>Maps the file over the memory, and has every page of it read.</summary>
    [Benchmark]
    public void LoadMap() => _load.Map();

    /// <summary>The file lies in the memory, as whoever has it sees it.</summary>
    [IterationCleanup(Targets = [nameof(LoadCopy), nameof(LoadMap)])]
    public void CloseMemory()
    {
        _load.Check();
        Note(() => _load.Metrics);
        _load.Close();
    }

    /// <summary>Deletes the engine.</summary>
    [GlobalCleanup(Targets = [nameof(LoadCopy), nameof(LoadMap)])]
    public void CleanupLoad() => _load.Dispose();

    private ModelSource Source => ModelSource.Named(Model, Inputs);

    private OpenModel Open() =>
        OpenModel.Of(
            Memory == WeightMemory.memory64HugePages ? Source.OfOneProcess : Source,
            Inputs
        );

    private void PrepareLoad(bool maps) => _load = new LoadTarget(Open(), Memory, maps, Engine);
}
