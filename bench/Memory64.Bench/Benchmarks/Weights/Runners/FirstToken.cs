using System.Security.Cryptography;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Models.Llama;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>
/// The first token of a text, in parts: a layer each, and last the logits. It knows what each part gave at first, so whatever parts are
/// measured can be checked as they stand.
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

    /// <summary>Computes it for the first time, which touches all weights.</summary>
    /// <param name="runner">Computes it.</param>
    /// <param name="model">The model.</param>
    /// <param name="plan">Of the memory that has the logits.</param>
    /// <exception cref="AssertionException">What comes out isn't a model's.</exception>
    public FirstToken(IModelRunner runner, LlamaModel model, TokenPlan plan)
    {
        (_runner, _plan) = (runner, plan);
        _vocabulary = (int)model.Shape.Vocabulary;
        _hashes = new ulong[model.Layers.Count + 1];
        for (var part = 0; part < Parts; part++)
        {
            Compute(part);
            _hashes[part] = HashAfter(part);
        }

        CheckLogits();
    }

    /// <summary>How many parts it has.</summary>
    public int Parts => _hashes.Length;

    /// <summary>A hash of its logits.</summary>
    public ulong Answer => _hashes[^1];

    /// <summary>The token that follows it.</summary>
    public ulong Next { get; private set; }

    /// <summary>Computes the next part; the first one after the last.</summary>
    public void ComputePart()
    {
        Compute((int)(_computed % Parts));
        _computed++;
    }

    /// <summary>
    /// Checks that it still is what it was at first, bit for bit. Each part works on what the one before it made: where so few were
    /// computed that they are one token's, the last of them says it of all. Else the whole token is computed again.
    /// </summary>
    /// <exception cref="AssertionException">It isn't.</exception>
    public void Check()
    {
        CheckLogits();
        if (_computed == 0 || _computed > Parts)
        {
            for (var part = 0; part < Parts; part++)
            {
                Compute(part);
            }

            _computed = Parts;
        }

        var last = (int)_computed - 1;
        Expect.Equal(
            $"hash of the first token after part {last + 1} of {Parts}",
            last < Parts - 1 ? _plan.StateAt : _plan.LogitsAt,
            _hashes[last],
            HashAfter(last)
        );
    }

    private MemoryView Logits => _runner.View(_plan.LogitsAt, (ulong)LogitBytes);

    private int LogitBytes => _vocabulary * sizeof(float);

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
        using var made = isState ? _runner.StateAfter(part) : Logits;
        return BitConverter.ToUInt64(
            SHA256.HashData(
                new ReadOnlySpan<byte>(made.Data, isState ? (int)_plan.StateBytes : LogitBytes)
            )
        );
    }

    // How large they are is the model's own affair; zeros, or what isn't a number, come of no weights at all.
    private void CheckLogits()
    {
        using var logits = Logits;
        var squares = 0.0;
        foreach (var logit in new ReadOnlySpan<float>(logits.Data, _vocabulary))
        {
            squares += (double)logit * logit;
        }

        var size = Math.Sqrt(squares / _vocabulary);
        Expect.That($"logits of size {size:G3} are a model's", size > 0 && double.IsFinite(size));
    }
}
