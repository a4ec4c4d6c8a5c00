using Memory64.Models.Shapes;

namespace Memory64.Models.Tokens;

/// <summary>The cosines and sines by which positions turn the pairs of a head.</summary>
/// <remarks>
/// The angle of a pair is the one before it times base^(-2 / head size), as floats; it is divided by the pair's factor first and scaled
/// then: <c>ggml_rope_cache_init</c> and <c>rope_yarn</c> in ggml-cpu/ops.cpp, commit 5b4ebc5. (Su et al., "RoFormer", <see href="https://arxiv.org/abs/2104.09864"/>.)
/// </remarks>
internal static unsafe class RopeTable
{
    /// <summary>Writes cosine and sine for each of <paramref name="positions"/> and each pair.</summary>
    /// <param name="shape">The model's.</param>
    /// <param name="factors">What the model divides its angles by, a number a pair; none where it doesn't.</param>
    /// <param name="positions">How many.</param>
    /// <param name="to">Room for two floats a pair and position.</param>
    public static void Write(
        ModelShape shape,
        ReadOnlySpan<float> factors,
        ulong positions,
        float* to
    )
    {
        var pairs = (int)shape.HeadSize / 2;
        var step = MathF.Pow(shape.RopeBase, -2f / shape.HeadSize);
        for (var position = 0UL; position < positions; position++)
        {
            var angle = (float)position;
            for (var pair = 0; pair < pairs; pair++)
            {
                var turned = factors.IsEmpty ? angle : angle / factors[pair];
                turned *= shape.PositionScale;
                *to++ = MathF.Cos(turned) * shape.TurnFactor;
                *to++ = MathF.Sin(turned) * shape.TurnFactor;
                angle *= step;
            }
        }
    }
}
