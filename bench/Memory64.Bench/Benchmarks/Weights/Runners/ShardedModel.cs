using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>
/// Several memories, each of which holds some of the layers; the state is handed from one to the next. So a model can be computed that
/// no one memory holds.
/// </summary>
internal abstract class ShardedModel : IModelRunner
{
    /// <summary>The memories, in the order of their layers.</summary>
    protected abstract IReadOnlyList<GuestShard> Shards { get; }

    /// <summary>Hands the state to a memory from the one before.</summary>
    /// <param name="to">Its index; 1 or more.</param>
    protected abstract void HandOver(int to);

    /// <summary>Plans as many memories as it takes, each with as many layers as another, or one more.</summary>
    public static IReadOnlyList<TokenPlan> Plan(OpenModel model, uint context, int shards)
    {
        var layers = model.Model.Layers.Count;
        int Begin(int shard) => ((layers * shard) + shards - 1) / shards;
        return
        [
            .. Enumerable
                .Range(0, shards)
                .Select(shard =>
                    TokenPlan.Of(model.Model, context, Begin(shard)..Begin(shard + 1))
                ),
        ];
    }

    /// <inheritdoc/>
    public MemoryView View(ulong address, ulong bytes) => Shards[^1].View(address, bytes);

    /// <inheritdoc/>
    public void Embed(ulong token) => Shards[0].Embed(token);

    /// <inheritdoc/>
    public void Layer(int index, ulong position)
    {
        var at = ShardOf(index);
        if (at > 0 && Shards[at].Plan.FirstLayer == index)
        {
            HandOver(at);
        }

        Shards[at].Layer(index, position);
    }

    /// <inheritdoc/>
    public MemoryView StateAfter(int layer) => Shards[ShardOf(layer)].State;

    /// <inheritdoc/>
    public ulong Output() => Shards[^1].Output();

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Bytes of the state.</summary>
    protected static ulong StateBytes(OpenModel model) => model.Model.Shape.Width * sizeof(float);

    private int ShardOf(int layer)
    {
        var at = Shards.Count - 1;
        while (Shards[at].Plan.FirstLayer > layer)
        {
            at--;
        }

        return at;
    }
}
