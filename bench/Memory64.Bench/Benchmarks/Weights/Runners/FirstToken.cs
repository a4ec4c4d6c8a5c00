using System.Security.Cryptography;
using Memory64.Bench.Guests.Proofs;
using Memory64.Models.Llama;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>
/// The first token of a text, in parts: a layer each, and last the logits; or its first parts alone, over and over. It knows what each
/// of them gave at first, so whatever parts are measured can be checked as they stand.
/// </summary>
internal sealed unsafe class FirstToken
{
    /// <summary>Where a text begins, in most vocabularies.</summary>
    public const ulong Token = 1;

    private readonly IModelRunner _runner;
    private readonly TokenPlan _plan;
    private readonly int _vocabulary;
    private readonly ulong[] _hashes;

    // Computed since the whole token was.
    private long _computed;

    /// <summary>Computes it for the first time, which touches the weights of its parts.</summary>
    /// <param name="runner">Computes it.</param>
    /// <param name="model">The model.</param>
    /// <param name="plan">Of the memory that has the logits.</param>
    /// <param name="most">How many of its first parts are computed, where it has more; 1 or more.</param>
    /// <exception cref="AssertionException">What comes out isn't a model's.</exception>
    public FirstToken(
        IModelRunner runner,
        LlamaModel model,
        TokenPlan plan,
        int most = int.MaxValue
    )
    {
        (_runner, _plan) = (runner, plan);
        _vocabulary = (int)model.Shape.Vocabulary;
        Parts = model.Layers.Count + 1;
        _hashes = new ulong[Math.Min(most, Parts)];
        for (var part = 0; part < _hashes.Length; part++)
        {
            Compute(part);
            _hashes[part] = HashAfter(part);
        }
    }

    /// <summary>How many parts the whole token has.</summary>
    public int Parts { get; }

    /// <summary>A hash of its logits, or of the state after the last part that is computed.</summary>
    public ulong Answer => _hashes[^1];

    /// <summary>The token that follows it, where the whole was computed.</summary>
    public ulong Next { get; private set; }

    /// <summary>Computes the next part; the first one after the last.</summary>
    public void ComputePart()
    {
        Compute((int)(_computed % _hashes.Length));
        _computed++;
    }

    /// <summary>
    /// Checks that it still is what it was at first, bit for bit. Each part works on what the one before it made: where so few were
    /// computed that they are one token's, the last of them says it of all. Else all parts are computed again.
    /// </summary>
    /// <exception cref="AssertionException">It isn't.</exception>
    public void Check()
    {
        if (_computed == 0 || _computed > _hashes.Length)
        {
            for (var part = 0; part < _hashes.Length; part++)
            {
                Compute(part);
            }

            _computed = _hashes.Length;
        }

        var last = (int)_computed - 1;
        Expect.Equal(
            $"hash of the first token after part {last + 1} of {Parts}",
            last < Parts - 1 ? _plan.StateAt : _plan.LogitsAt,
            _hashes[last],
            HashAfter(last)
        );
    }

    private void Compute(int part)
    {
        if (part == 0)
        {
            _runner.Embed(Token);
        }

        if (part < Parts - 1)
        {
            _runner.Layer(part, position: 0);
        }
        else
        {
            Next = _runner.Output();
        }
    }

    private ulong HashAfter(int part)
    {
        var isState = part < Parts - 1;
        var bytes = isState ? (int)_plan.StateBytes : _vocabulary * sizeof(float);
        using var made = isState
            ? _runner.StateAfter(part)
            : _runner.View(_plan.LogitsAt, (ulong)bytes);
        CheckSize(part, new(made.Data, bytes / sizeof(float)));
        return BitConverter.ToUInt64(SHA256.HashData(new ReadOnlySpan<byte>(made.Data, bytes)));
    }

    // How large they are is the model's own affair; zeros, or what isn't a number, come of no weights at all.
    private void CheckSize(int part, ReadOnlySpan<float> made)
    {
        var squares = 0.0;
        foreach (var value in made)
        {
            squares += (double)value * value;
        }

        var size = Math.Sqrt(squares / made.Length);
        Expect.That(
            $"numbers of size {size:G3} after part {part + 1} of {Parts} are a model's",
            size > 0 && double.IsFinite(size)
        );
    }
}
