namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>A model that says one token after the other, the likeliest each time.</summary>
internal interface ITokenTarget : IDisposable
{
    /// <summary>A hash of the first token's logits; <see langword="null"/> where others need not have the same bits.</summary>
    ulong? Answer { get; }

    /// <summary>What rounds record of it, by metric.</summary>
    IEnumerable<(string Metric, double Value)> Metrics { get; }

    /// <summary>The next token.</summary>
    void Token();

    /// <summary>How many parts a token has.</summary>
    int Parts { get; }

    /// <summary>The next part of a token: a layer, or the logits.</summary>
    void Part();

    /// <summary>Checks what was computed.</summary>
    void Check();
}
