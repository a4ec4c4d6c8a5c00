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
    private readonly IGuestFunction _embed;
    private readonly IGuestFunction _layer;
    private readonly IGuestFunction _output;

    /// <summary>Takes a memory that was just created; it passes its assertions while it grows to the plan's size.</summary>
    /// <exception cref="AssertionException">The memory isn't what it should be.</exception>
    public GuestShard(IGuestMemory guest, TokenPlan plan)
    {
        (_guest, Plan) = (guest, plan);
        var pages = MemoryType.PagesFor(plan.MemoryBytes);
        if (pages > guest.Memory.Pages)
        {
            GrowthAssertion.Check(guest, pages - guest.Memory.Pages);
        }

        MemoryAssertion.CheckAccess(guest);
        _embed = guest.Function("embed");
        _layer = guest.Function("layer");
        _output = guest.Function("output");
    }

    /// <summary>What lies where.</summary>
    public TokenPlan Plan { get; }

    /// <summary>The state.</summary>
    public MemoryView State => View(Plan.StateAt, Plan.StateBytes);

    /// <summary>The state, to be written.</summary>
    public MemoryView StateToWrite =>
        _guest.Memory.View(Plan.StateAt, Plan.StateBytes, ViewAccess.Write);

    /// <summary>An area of the memory, to be read.</summary>
    /// <param name="address">Of its first byte.</param>
    /// <param name="bytes">1 or more.</param>
    public MemoryView View(ulong address, ulong bytes) =>
        _guest.Memory.View(address, bytes, ViewAccess.Read);

    /// <summary>Puts what the plan has of the file into the memory.</summary>
    public void Place(OpenModel model)
    {
        if (_guest.Memory is IRemoteMemory remote)
        {
            model.Send(remote, Plan);
        }
        else
        {
            using var all = _guest.Memory.View(0, Plan.MemoryBytes, ViewAccess.Write);
            model.Place(all.Data, Plan);
        }
    }

    /// <inheritdoc cref="IModelRunner.Embed"/>
    public void Embed(ulong token) => _ = _embed.Call(TokenPlan.ModelAt, token);

    /// <inheritdoc cref="IModelRunner.Layer"/>
    public void Layer(int index, ulong position) =>
        _ = _layer.Call(TokenPlan.ModelAt, Plan.LayerAt(index - Plan.FirstLayer), position);

    /// <inheritdoc cref="IModelRunner.Output"/>
    public ulong Output() => _output.Call(TokenPlan.ModelAt);
}
