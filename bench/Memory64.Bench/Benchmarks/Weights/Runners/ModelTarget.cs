using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>A model that a guest or the control computes.</summary>
internal sealed class ModelTarget : ITokenTarget
{
    /// <summary>Memories that share a model.</summary>
    public const int Shards = 3;

    /// <summary>Bytes that a bridge fetches at once; a row, where that is longer.</summary>
    public static readonly ByteSize Tile = ByteSize.MiB(1);

    private readonly WeightMemory _memory;
    private readonly OpenModel _model;

    // Of the memory that has the logits.
    private readonly TokenPlan _plan;
    private readonly IModelRunner _runner;
    private readonly FirstToken _first;
    private ulong _token;
    private ulong _position;

    /// <summary>Puts the model where it shall lie, and computes the first token, which is checked.</summary>
    /// <param name="model">The model.</param>
    /// <param name="memory">Where its weights lie.</param>
    /// <param name="engine">The engine under test; C# doesn't touch it but for a second opinion.</param>
    /// <param name="asksAnother">Whether another way must compute the same: see <see cref="AsksAnother"/>.</param>
    /// <param name="most">How many of the first token's parts are computed: all, or what a duel gets to; then no other token can be.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be, or what comes out isn't a model's.</exception>
    public ModelTarget(
        OpenModel model,
        WeightMemory memory,
        Func<IGuestEngine> engine,
        bool asksAnother,
        int most = int.MaxValue
    )
    {
        _memory = memory;
        _model = model;
        var plans = PlansOf(_model, memory);
        _runner = memory switch
        {
            WeightMemory.memory64HugePages => GuestModel.WithHugePages(
                _model,
                GuestOf(memory),
                engine()
            ),
            WeightMemory.native => new NativeModel(_model, plans[^1]),
            WeightMemory.memory64Shards => new ModelOfInstances(
                _model,
                plans,
                GuestOf(memory),
                engine()
            ),
            WeightMemory.memory64Multi => new ModelOfMemories(
                _model,
                plans,
                GuestOf(memory),
                engine()
            ),
            _ => new GuestModel(_model, plans[^1], GuestOf(memory), engine()),
        };
        _plan = (_runner as GuestModel)?.Shard.Plan ?? plans[^1];
        _first = new FirstToken(_runner, _model.Model, _plan, most);
        if (asksAnother)
        {
            SecondOpinion.Check(_model, memory, _first.Answer, engine);
        }

        _token = _first.Next;
    }

    /// <inheritdoc/>
    public ulong? Answer => _first.Answer;

    /// <inheritdoc/>
    public IEnumerable<(string Metric, double Value)> Metrics
    {
        get
        {
            foreach (var metric in WeightFootprint.Of(_model))
            {
                yield return metric;
            }

            if (_runner is GuestModel { CollapseTime: { } collapse })
            {
                yield return (WeightMetric.CollapseSeconds, collapse.TotalSeconds);
            }

            if (MostPositions is { } positions)
            {
                yield return (WeightMetric.Positions, positions);
            }
        }
    }

    /// <inheritdoc/>
    public int Parts => _first.Parts;

    // Positions that the largest memory of its kind has room for beside all else, their keys and values being floats of 32 bits.
    private ulong? MostPositions
    {
        get
        {
            var cache = _model.Model.Shape.CacheBytes;
            var rest = _plan.MemoryBytes - (cache * ModelSource.Context);
            return _memory switch
            {
                WeightMemory.memory64 or WeightMemory.memory64Relaxed => (
                    ByteSize.GiB(16).Bytes - rest
                ) / cache,
                WeightMemory.memory32 or WeightMemory.bridge => (ByteSize.FourGiB.Bytes - rest)
                    / cache,
                _ => null,
            };
        }
    }

    /// <summary>The guest of a memory that has one.</summary>
    public static Guest GuestOf(WeightMemory memory) =>
        Guest.Named(
            memory switch
            {
                WeightMemory.memory64 or WeightMemory.memory64Shards => "model-m64",
                WeightMemory.memory64Relaxed => "model-relaxed-m64",
                WeightMemory.memory64HugePages => "model-m64-16GiB",
                WeightMemory.memory64Multi => "model-multi-m64",
                WeightMemory.memory32 => "model-m32",
                _ => "model-bridge-m32",
            }
        );

    /// <summary>
    /// Whether a <see cref="SecondOpinion"/> is asked of what is measured alone: C#, of which guests take what is right, and all that
    /// computes a file which the suite hasn't written.
    /// </summary>
    public static bool AsksAnother(ModelSource source, WeightMemory memory) =>
        memory == WeightMemory.native || source.Path is not null;

    /// <summary>Plans the memories of a model whose weights lie there, in the order of their layers.</summary>
    public static IReadOnlyList<TokenPlan> PlansOf(OpenModel model, WeightMemory memory) =>
        memory switch
        {
            WeightMemory.memory64Shards or WeightMemory.memory64Multi => ShardedModel.Plan(
                model,
                ModelSource.Context,
                Shards
            ),
            WeightMemory.bridge =>
            [
                TokenPlan.Bridged(model.Model, ModelSource.Context, TileBytes(model)),
            ],
            _ => [TokenPlan.Of(model.Model, ModelSource.Context)],
        };

    private static ulong TileBytes(OpenModel model) =>
        Math.Max(Tile.Bytes, model.Model.File.Tensors.Values.Max(placed => placed.Tensor.RowBytes));

    /// <inheritdoc/>
    public void Token()
    {
        _position = (_position % (ModelSource.Context - 1)) + 1;
        _token = _runner.Token(_token, _model.Model.Layers.Count, _position);
    }

    /// <inheritdoc/>
    public void Part() => _first.ComputePart();

    /// <summary>See <see cref="FirstToken.Check"/>.</summary>
    /// <exception cref="AssertionException">The first token isn't what it was.</exception>
    public void Check() => _first.Check();

    /// <inheritdoc/>
    public void Dispose() => _runner.Dispose();
}
