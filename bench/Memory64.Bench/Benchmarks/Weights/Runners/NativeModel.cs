using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>The control: C# computes, in memory of the process.</summary>
internal sealed unsafe class NativeModel : IModelRunner
{
    private readonly SystemMemory _memory;
    private readonly NativeToken _token;
    private readonly TokenPlan _plan;

    /// <summary>Takes the memory, and puts the file into it.</summary>
    public NativeModel(OpenModel model, TokenPlan plan)
    {
        _plan = plan;
        _memory = new SystemMemory(plan.MemoryBytes);
        _memory.MakeAccessible(plan.MemoryBytes);
        model.Place(_memory.Data, plan);
        _token = new NativeToken(_memory.Data, plan);
    }

    /// <inheritdoc/>
    public MemoryView View(ulong address, ulong bytes) => new(_memory.Data + address);

    /// <inheritdoc/>
    public void Embed(ulong token) => _token.Embed(token);

    /// <inheritdoc/>
    public void Layer(int index, ulong position) => _token.Layer(index, position);

    /// <inheritdoc/>
    public MemoryView StateAfter(int layer) => new(_memory.Data + _plan.StateAt);

    /// <inheritdoc/>
    public ulong Output() => _token.Output();

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
