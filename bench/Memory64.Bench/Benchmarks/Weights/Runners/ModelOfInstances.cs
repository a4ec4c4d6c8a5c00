using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>Several instances of a guest, each with a memory of its own; the host hands the state over.</summary>
internal sealed unsafe class ModelOfInstances : ShardedModel
{
    private readonly List<GuestModel> _guests;
    private readonly ulong _stateBytes;

    /// <summary>Instantiates a guest for each plan.</summary>
    /// <param name="model">The model.</param>
    /// <param name="plans">All layers in their order, each in one of them.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="engine">The engine under test.</param>
    /// <exception cref="AssertionException">A memory isn't what it should be.</exception>
    public ModelOfInstances(
        OpenModel model,
        IEnumerable<TokenPlan> plans,
        Guest guest,
        IGuestEngine engine
    )
    {
        _stateBytes = StateBytes(model);
        _guests = [.. plans.Select(plan => new GuestModel(model, plan, guest, engine))];
        Shards = [.. _guests.Select(each => each.Shard)];
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<GuestShard> Shards { get; }

    /// <inheritdoc/>
    protected override void HandOver(int to)
    {
        using var from = Shards[to - 1].State;
        using var state = Shards[to].StateToWrite;
        Buffer.MemoryCopy(from.Data, state.Data, _stateBytes, _stateBytes);
    }

    /// <inheritdoc/>
    public override void Dispose() => _guests.ForEach(guest => guest.Dispose());
}
