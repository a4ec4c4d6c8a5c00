using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>Computes tokens of a model, step by step: a guest, or the control.</summary>
internal interface IModelRunner : IDisposable
{
    /// <summary>An area of the memory that has the logits, to be read.</summary>
    /// <param name="address">Of the plan.</param>
    /// <param name="bytes">1 or more.</param>
    MemoryView View(ulong address, ulong bytes);

    /// <summary>Sets the state to the weights of a token.</summary>
    void Embed(ulong token);

    /// <summary>Sends the state through a layer.</summary>
    void Layer(int index, ulong position);

    /// <summary>The state that a layer has made, until the next part is computed.</summary>
    MemoryView StateAfter(int layer);

    /// <summary>Makes logits of the state, and returns the token with the largest.</summary>
    ulong Output();

    /// <summary>Computes a whole token, and returns the likeliest next one.</summary>
    /// <param name="token">The token.</param>
    /// <param name="layers">How many the model has.</param>
    /// <param name="position">From 0, less than the plan's context.</param>
    ulong Token(ulong token, int layers, ulong position)
    {
        Embed(token);
        for (var layer = 0; layer < layers; layer++)
        {
            Layer(layer, position);
        }

        return Output();
    }
}
