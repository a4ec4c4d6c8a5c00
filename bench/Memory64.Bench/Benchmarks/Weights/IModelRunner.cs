namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>Computes tokens of a model, step by step: a guest, or the control.</summary>
internal unsafe interface IModelRunner : IDisposable
{
    /// <summary>Where address 0 of the plan lies.</summary>
    byte* Data { get; }

    /// <summary>Sets the state to the weights of a token.</summary>
    void Embed(ulong token);

    /// <summary>Sends the state through a layer.</summary>
    void Layer(int index, ulong position);

    /// <summary>Makes logits of the state, and returns the token with the largest.</summary>
    ulong Output();
}
