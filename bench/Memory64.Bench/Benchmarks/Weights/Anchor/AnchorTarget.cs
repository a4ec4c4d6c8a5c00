using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests.Proofs;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Benchmarks.Weights.Anchor;

/// <summary>
/// What others use: llama.cpp on one thread, with the widest vectors that it has for the processor. Its first tokens are compared with the
/// control's: at the first position nothing is turned, and there is nothing to look back to.
/// </summary>
internal sealed unsafe class AnchorTarget : ITokenTarget
{
    /// <summary>How many tokens are compared.</summary>
    public const int Positions = 4;

    private const int BestOnes = 5;

    // At the depth of a 7B llama.cpp's own builds differ by 1e-4 to 3e-4.
    private const double MostDifference = 5e-3;

    private readonly OpenModel _model;
    private readonly LlamaCppProcess _llama;
    private readonly double _difference;
    private ulong _token = FirstToken.Token;
    private ulong _position;

    /// <summary>Has llama.cpp load the model, and compares the first tokens.</summary>
    /// <param name="model">The model.</param>
    /// <param name="repacks">See <see cref="LlamaCppProcess"/>.</param>
    /// <exception cref="AssertionException">llama.cpp makes something else of it.</exception>
    public AnchorTarget(OpenModel model, bool repacks)
    {
        _model = model;
        _llama = new LlamaCppProcess(_model.Model.File.Path, repacks);
        _difference = Compare();
    }

    /// <inheritdoc/>
    public ulong? Answer => null;

    /// <inheritdoc/>
    public IEnumerable<(string Metric, double Value)> Metrics =>
        [(WeightMetric.Difference, _difference), .. WeightFootprint.Of(_model, _llama.ProcessId)];

    /// <inheritdoc/>
    public int Parts => 1;

    /// <inheritdoc/>
    public void Token()
    {
        _position = (_position % (ModelSource.Context - 1)) + 1;
        _token = _llama.Token(_token, _position);
    }

    /// <inheritdoc/>
    public void Part() => Token();

    /// <inheritdoc/>
    public void Check() =>
        Expect.That(
            "llama.cpp's logits are numbers",
            Array.TrueForAll(_llama.Logits(), float.IsFinite)
        );

    /// <inheritdoc/>
    public void Dispose() => _llama.Dispose();

    // Both say the token that llama.cpp finds likeliest, so that a tie doesn't lead them apart. Returns the largest difference.
    private double Compare()
    {
        var plan = TokenPlan.Of(_model.Model, Positions);
        using IModelRunner native = new NativeModel(_model, plan);
        var largest = 0.0;
        for (var position = 0UL; position < Positions; position++)
        {
            var best = native.Token(_token, _model.Model.Layers.Count, position);
            _token = _llama.Token(_token, position);
            var anchor = _llama.Logits();
            using var logits = native.View(plan.LogitsAt, (ulong)anchor.Length * sizeof(float));
            var difference = Difference(anchor, logits.Data);
            Expect.That(
                $"the logits at position {position} are llama.cpp's but for {MostDifference} (found {difference:G3})",
                difference <= MostDifference
            );
            Expect.That(
                $"token {best} is among llama.cpp's best {BestOnes} at position {position}",
                anchor.Count(logit => logit > anchor[best]) < BestOnes
            );
            largest = Math.Max(largest, difference);
        }

        return largest;
    }

    private static double Difference(float[] anchor, byte* found)
    {
        var logits = new ReadOnlySpan<float>(found, anchor.Length).ToArray();
        return anchor.Zip(logits, (x, y) => ((double)x - y) * ((double)x - y)).Sum()
            / anchor.Sum(x => (double)x * x);
    }
}
