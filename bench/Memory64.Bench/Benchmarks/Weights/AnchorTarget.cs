using Memory64.Bench.Guests.Proofs;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>
/// What others use: llama.cpp on one thread, with the widest vectors that it has for the processor. Its first token is compared with the
/// control's.
/// </summary>
internal sealed unsafe class AnchorTarget : ITokenTarget
{
    private const int BestOnes = 5;

    // At the depth of a 7B llama.cpp's own builds differ by 1e-4 to 3e-4.
    private const double MostDifference = 5e-3;

    private readonly OpenModel _model;
    private readonly LlamaCppProcess _llama;
    private readonly double _difference;
    private ulong _token = FirstToken.Token;
    private ulong _position;

    /// <summary>Opens the model's file, has llama.cpp load it, and compares the first token.</summary>
    /// <param name="name">The model.</param>
    /// <param name="repacks">See <see cref="LlamaCppProcess"/>.</param>
    /// <exception cref="AssertionException">llama.cpp makes something else of it.</exception>
    public AnchorTarget(string name, bool repacks)
    {
        _model = OpenModel.Named(name);
        var (logits, best) = ByControl(_model);
        _llama = new LlamaCppProcess(_model.Model.File.Path, repacks);
        _token = _llama.Token(_token, 0);
        var anchor = _llama.Logits();
        _difference =
            anchor.Zip(logits, (x, y) => ((double)x - y) * ((double)x - y)).Sum()
            / anchor.Sum(x => (double)x * x);
        Expect.That(
            $"the first token's logits are llama.cpp's but for {MostDifference} (found {_difference:G3})",
            _difference <= MostDifference
        );
        Expect.That(
            $"token {best} is among llama.cpp's best {BestOnes}",
            anchor.Count(logit => logit > anchor[best]) < BestOnes
        );
    }

    /// <inheritdoc/>
    public ulong? Answer => null;

    /// <inheritdoc/>
    public IEnumerable<(string Metric, double Value)> Metrics =>
        [(Page.Difference, _difference), .. WeightFootprint.Of(_model, _llama.ProcessId)];

    /// <inheritdoc/>
    public int Parts => 1;

    /// <inheritdoc/>
    public void Token()
    {
        _position = (_position % (ModelTarget.Context - 1)) + 1;
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

    private static (float[] Logits, int Best) ByControl(OpenModel model)
    {
        var plan = TokenPlan.Of(model.Model, context: 1);
        using IModelRunner native = new NativeModel(model, plan);
        var best = (int)native.Token(FirstToken.Token, model.Model.Layers.Count, position: 0);
        var logits = new ReadOnlySpan<float>(
            native.Data + plan.LogitsAt,
            (int)model.Model.Shape.Vocabulary
        );
        return (logits.ToArray(), best);
    }
}
