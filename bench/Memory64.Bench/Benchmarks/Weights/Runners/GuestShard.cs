using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Models.Tokens;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>A guest's memory that holds a model, or some layers of it, with the functions that compute there.</summary>
internal sealed unsafe class GuestShard
{
    private readonly IGuestMemory _guest;
    private readonly Function _embed;
    private readonly Function _layer;
    private readonly Function _output;

    /// <summary>Takes a memory that was just created; it passes its assertions while it grows to the plan's size.</summary>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public GuestShard(IGuestMemory guest, TokenPlan plan)
    {
        (_guest, Plan) = (guest, plan);
        GrowthAssertion.Check(guest, MemoryType.PagesFor(plan.MemoryBytes) - guest.Memory.Pages);
        MemoryAssertion.CheckAccess(guest);
        _embed = guest.Function("embed");
        _layer = guest.Function("layer");
        _output = guest.Function("output");
    }

    /// <summary>What lies where.</summary>
    public TokenPlan Plan { get; }

    /// <summary>Where address 0 lies.</summary>
    public byte* Data => _guest.Memory.Data;

    /// <summary>Where the state lies.</summary>
    public byte* State => Data + Plan.StateAt;

    /// <summary>Puts what the plan has of the file into the memory.</summary>
    public void Place(OpenModel model) => model.Place(Data, Plan);

    /// <inheritdoc cref="IModelRunner.Embed"/>
    public void Embed(ulong token) => _ = _embed.Call(TokenPlan.ModelAt, token);

    /// <inheritdoc cref="IModelRunner.Layer"/>
    public void Layer(int index, ulong position) =>
        _ = _layer.Call(TokenPlan.ModelAt, Plan.LayerAt(index - Plan.FirstLayer), position);

    /// <inheritdoc cref="IModelRunner.Output"/>
    public ulong Output() => _output.Call(TokenPlan.ModelAt);
}
