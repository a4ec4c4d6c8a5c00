using Memory64.Bench.Guests;
using Memory64.Models.Tokens;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>
/// Several instances of a guest, each with a memory of its own that holds some of the layers; the host hands the state over. So a model
/// can be computed that no one memory holds.
/// </summary>
internal sealed unsafe class ShardedModel : IModelRunner
{
    private readonly List<(GuestModel Guest, TokenPlan Plan)> _shards = [];
    private readonly ulong _stateBytes;

    /// <summary>Instantiates a guest for each plan.</summary>
    /// <param name="model">The model.</param>
    /// <param name="plans">All layers in their order, each in one of them.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="library">The engine under test.</param>
    public ShardedModel(
        OpenModel model,
        IEnumerable<TokenPlan> plans,
        Guest guest,
        WasmtimeLibrary library
    )
    {
        _stateBytes = model.Model.Shape.Width * sizeof(float);
        foreach (var plan in plans)
        {
            _shards.Add((new GuestModel(model, plan, guest, library), plan));
        }
    }

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
    public byte* Data => _shards[^1].Guest.Data;

    /// <inheritdoc/>
    public void Embed(ulong token) => _shards[0].Guest.Embed(token);

    /// <inheritdoc/>
    public void Layer(int index, ulong position)
    {
        var at = _shards.FindLastIndex(shard => shard.Plan.FirstLayer <= index);
        var (guest, plan) = _shards[at];
        if (at > 0 && plan.FirstLayer == index)
        {
            var (before, planBefore) = _shards[at - 1];
            Buffer.MemoryCopy(
                before.Data + planBefore.StateAt,
                guest.Data + plan.StateAt,
                _stateBytes,
                _stateBytes
            );
        }

        guest.Layer(index - plan.FirstLayer, position);
    }

    /// <inheritdoc/>
    public ulong Output() => _shards[^1].Guest.Output();

    /// <inheritdoc/>
    public void Dispose() => _shards.ForEach(shard => shard.Guest.Dispose());
}
