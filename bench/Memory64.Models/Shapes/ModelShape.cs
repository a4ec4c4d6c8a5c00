namespace Memory64.Models.Shapes;

/// <summary>The hyperparameters of a model of the llama architecture.</summary>
/// <param name="Name">What its rows are called, such as <c>8B</c>.</param>
/// <param name="Width">Numbers of the state between layers (<c>embedding_length</c>).</param>
/// <param name="FeedForwardWidth">Numbers between the matrices of a feed-forward part.</param>
/// <param name="Layers">How many.</param>
/// <param name="Heads">Of queries.</param>
/// <param name="KeyValueHeads">Of keys and of values; a divisor of <paramref name="Heads"/>.</param>
/// <param name="Vocabulary">Tokens.</param>
public sealed record ModelShape(
    string Name,
    uint Width,
    uint FeedForwardWidth,
    uint Layers,
    uint Heads,
    uint KeyValueHeads,
    uint Vocabulary
)
{
    /// <summary>The base of the angles by which positions turn.</summary>
    public float RopeBase { get; init; } = 10000;

    /// <summary>What positions are multiplied by before they turn anything: 1 over the factor by which a model's context was stretched.</summary>
    public float PositionScale { get; init; } = 1;

    /// <summary>What the numbers of a pair are multiplied by when they are turned.</summary>
    public float TurnFactor { get; init; } = 1;

    /// <summary>What is added to the mean square before its root is taken.</summary>
    public float Epsilon { get; init; } = 1e-5f;

    /// <summary>Positions that the model was made for.</summary>
    public uint Context { get; init; } = 4096;

    /// <summary>Numbers of a head.</summary>
    public uint HeadSize => Width / Heads;

    /// <summary>Numbers of all keys, or of all values, of a position.</summary>
    public uint KeyValueWidth => KeyValueHeads * HeadSize;

    /// <summary>Bytes of the keys and values of a position in all layers, as floats of 32 bits.</summary>
    public ulong CacheBytes => 2UL * sizeof(float) * KeyValueWidth * Layers;
}
