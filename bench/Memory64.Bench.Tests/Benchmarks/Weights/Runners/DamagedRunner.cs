using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Guests;

namespace Memory64.Bench.Tests.Benchmarks.Weights.Runners;

/// <summary>The control, which counts what it computes, and errs by one bit after a layer where it is told to.</summary>
internal sealed unsafe class DamagedRunner(NativeModel model) : IModelRunner
{
    /// <summary>The layer; <see langword="null"/> for none.</summary>
    public int? Damaged { get; set; }

    /// <summary>Layers and logits that were computed.</summary>
    public int Calls { get; private set; }

    public MemoryView View(ulong address, ulong bytes) => model.View(address, bytes);

    public void Embed(ulong token) => model.Embed(token);

    public void Layer(int index, ulong position)
    {
        Calls++;
        model.Layer(index, position);
        if (index == Damaged)
        {
            // The lowest bit of the exponent: a number twice as large, or half.
            using var state = model.StateAfter(index);
            *(uint*)state.Data ^= 1u << 23;
        }
    }

    public MemoryView StateAfter(int layer) => model.StateAfter(layer);

    public ulong Output()
    {
        Calls++;
        return model.Output();
    }

    public void Dispose() => model.Dispose();
}
