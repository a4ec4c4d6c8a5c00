using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>One instance of a guest that has several memories; the guest itself hands the state over, by <c>memory.copy</c>.</summary>
internal sealed class ModelOfMemories : ShardedModel
{
    private readonly ulong _stateBytes;
    private readonly IGuest _guest;
    private readonly List<IGuestFunction> _handOvers;

    /// <summary>Instantiates the guest, puts the model into its memories, and proves what passes between them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="plans">All layers in their order, each in one of them; as many as the guest has memories.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="engine">The engine under test, in this process.</param>
    /// <exception cref="AssertionException">A memory isn't what it should be, or what is handed over doesn't arrive.</exception>
    public ModelOfMemories(
        OpenModel model,
        IReadOnlyList<TokenPlan> plans,
        Guest guest,
        IGuestEngine engine
    )
    {
        _stateBytes = StateBytes(model);
        _guest = engine.Open(guest);
        var memories = _guest.Here!.Memories(plans.Count);
        Shards = [.. memories.Zip(plans, (memory, plan) => new GuestShard(memory, plan))];
        _handOvers = [.. memories.Skip(1).Select(memory => memory.Function("hand_over"))];
        for (var to = 1; to < memories.Count; to++)
        {
            HandOverAssertion.Check(memories[to - 1], memories[to], _handOvers[to - 1]);
        }

        foreach (var shard in Shards)
        {
            shard.Place(model);
        }
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<GuestShard> Shards { get; }

    /// <inheritdoc/>
    protected override void HandOver(int to) =>
        _ = _handOvers[to - 1]
            .Call(Shards[to - 1].Plan.StateAt, Shards[to].Plan.StateAt, _stateBytes);

    /// <inheritdoc/>
    public override void Dispose() => _guest.Dispose();
}
