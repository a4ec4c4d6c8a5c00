using Memory64.Models.Gguf;
using Memory64.Models.Llama;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Tests.Models.Tokens;

/// <summary>
/// A llama model as its paper's formulas have it, in doubles, with no care for speed: what the computation that is measured must
/// come to. (Touvron et al., <see href="https://arxiv.org/abs/2302.13971"/>; Su et al., <see href="https://arxiv.org/abs/2104.09864"/>,
/// equation 34; Ainslie et al., <see href="https://arxiv.org/abs/2305.13245"/>.)
/// </summary>
internal sealed unsafe class ReferenceToken(LlamaModel model, byte[] file, ReferenceFault fault)
{
    private readonly List<(double[] Keys, double[] Values)>[] _cache =
    [
        .. model.Layers.Select(_ => new List<(double[], double[])>()),
    ];

    private int Width => (int)model.Shape.Width;

    private int HeadSize => (int)model.Shape.HeadSize;

    /// <summary>The logits after a token, which takes the next position.</summary>
    public double[] Logits(int token)
    {
        var state = Row(model.Embedding, token);
        foreach (var (index, layer) in model.Layers.Index())
        {
            state = Sum(state, Attention(layer, _cache[index], Normed(state, layer.AttentionNorm)));
            state = Sum(state, FeedForward(layer, Normed(state, layer.FeedForwardNorm)));
        }

        return Product(model.Output, Normed(state, model.OutputNorm));
    }

    private double[] Attention(
        LlamaLayer layer,
        List<(double[] Keys, double[] Values)> cache,
        double[] input
    )
    {
        var position = cache.Count;
        var queries = Turned(Product(layer.Query, input), position);
        cache.Add((Turned(Product(layer.Key, input), position), Product(layer.Value, input)));
        var heads = (int)model.Shape.Heads;
        var group = heads / (int)model.Shape.KeyValueHeads;
        var output = new double[Width];
        for (var head = 0; head < heads; head++)
        {
            var shared =
                fault == ReferenceFault.HeadMapping
                    ? head % (int)model.Shape.KeyValueHeads
                    : head / group;
            var scores = cache
                .Select(at =>
                    Enumerable
                        .Range(0, HeadSize)
                        .Sum(i => queries[(head * HeadSize) + i] * at.Keys[(shared * HeadSize) + i])
                    / Math.Sqrt(HeadSize)
                )
                .Select(Math.Exp)
                .ToList();
            foreach (var (share, at) in scores.Zip(cache))
            {
                for (var i = 0; i < HeadSize; i++)
                {
                    output[(head * HeadSize) + i] +=
                        share / scores.Sum() * at.Values[(shared * HeadSize) + i];
                }
            }
        }

        return Product(layer.AttentionOutput, output);
    }

    private double[] FeedForward(LlamaLayer layer, double[] input)
    {
        var (gate, up) =
            fault == ReferenceFault.GateAndUpSwapped
                ? (layer.Up, layer.Gate)
                : (layer.Gate, layer.Up);
        return Product(
            layer.Down,
            [.. Product(gate, input).Zip(Product(up, input), (g, u) => g / (1 + Math.Exp(-g)) * u)]
        );
    }

    // Neighbours are a pair; the other way that is in use pairs each with the one half a head further.
    private double[] Turned(double[] vector, int position)
    {
        var turned = new double[vector.Length];
        for (var head = 0; head < vector.Length; head += HeadSize)
        {
            for (var pair = 0; pair < HeadSize / 2; pair++)
            {
                var (first, second) =
                    fault == ReferenceFault.RopePairs
                        ? (head + pair, head + pair + (HeadSize / 2))
                        : (head + (2 * pair), head + (2 * pair) + 1);
                var angle = position * Math.Pow(model.Shape.RopeBase, -2.0 * pair / HeadSize);
                var (sine, cosine) = Math.SinCos(angle);
                turned[first] = (vector[first] * cosine) - (vector[second] * sine);
                turned[second] = (vector[first] * sine) + (vector[second] * cosine);
            }
        }

        return turned;
    }

    private double[] Normed(double[] vector, PlacedTensor weights)
    {
        var epsilon = fault == ReferenceFault.Epsilon ? 1e-2 : model.Shape.Epsilon;
        var scale = 1 / Math.Sqrt((vector.Sum(x => x * x) / vector.Length) + epsilon);
        return [.. vector.Zip(Row(weights, 0), (x, weight) => x * scale * weight)];
    }

    private double[] Product(PlacedTensor matrix, double[] vector) =>
        [
            .. Enumerable
                .Range(0, (int)matrix.Tensor.Rows)
                .Select(row => Row(matrix, row).Zip(vector, (x, y) => x * y).Sum()),
        ];

    private double[] Row(PlacedTensor placed, int row)
    {
        fixed (byte* start = file)
        {
            var at = start + placed.Offset + ((ulong)row * placed.Tensor.RowBytes);
            var weights = new double[placed.Tensor.Columns];
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] = NativeQuantization.Weight(placed.Tensor.Type, at, (ulong)i);
            }

            return weights;
        }
    }

    private static double[] Sum(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];
}
