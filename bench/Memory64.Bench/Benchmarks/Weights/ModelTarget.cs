using System.Security.Cryptography;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Models.Tokens;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>A model that says one token after the other, the likeliest each time.</summary>
internal sealed unsafe class ModelTarget : IDisposable
{
    /// <summary>Positions that there is room for.</summary>
    public const uint Context = 64;

    /// <summary>Bytes that a bridge fetches at once.</summary>
    public static readonly ByteSize Tile = ByteSize.MiB(1);

    private const ulong FirstToken = 1;

    private readonly WeightMemory _memory;
    private readonly OpenModel _model;
    private readonly TokenPlan _plan;
    private readonly IModelRunner _runner;
    private readonly int _layers;
    private ulong _token;
    private ulong _position;
    private int _part;

    /// <summary>Writes the model's file, puts it where it shall lie, and computes the first token, which is checked.</summary>
    /// <param name="name">The model.</param>
    /// <param name="memory">Where its weights lie.</param>
    /// <param name="library">The engine under test; C# doesn't touch it.</param>
    /// <exception cref="AssertionException">The memory isn't what it should be, or what comes out isn't a model's.</exception>
    public ModelTarget(string name, WeightMemory memory, Func<WasmtimeLibrary> library)
    {
        _memory = memory;
        _model = OpenModel.Named(name);
        _layers = _model.Model.Layers.Count;
        _plan =
            memory == WeightMemory.bridge
                ? new TokenPlan(_model.Model, Context, Tile.Bytes)
                : new TokenPlan(_model.Model, Context);
        _runner =
            memory == WeightMemory.native
                ? new NativeModel(_model, _plan)
                : new GuestModel(_model, _plan, GuestOf(memory), library());
        Answer = First();
        CheckLogits();
    }

    /// <summary>A hash of the first token's logits: whoever computes the same model has the same.</summary>
    public ulong Answer { get; }

    /// <summary>Bytes of the model's tensors.</summary>
    public ulong TensorBytes => _model.Model.TensorBytes;

    /// <summary>
    /// Positions that the largest memory of its kind has room for beside all else, their keys and values being floats of 32 bits;
    /// <see langword="null"/> where it is no guest's.
    /// </summary>
    public ulong? MostPositions
    {
        get
        {
            var cache = _model.Model.Shape.CacheBytes;
            var rest = _plan.MemoryBytes - (cache * Context);
            return _memory switch
            {
                WeightMemory.memory64 => (ByteSize.GiB(16).Bytes - rest) / cache,
                WeightMemory.memory32 or WeightMemory.bridge => (ByteSize.FourGiB.Bytes - rest)
                    / cache,
                _ => null,
            };
        }
    }

    /// <summary>The guest of a memory that has one.</summary>
    public static Guest GuestOf(WeightMemory memory) =>
        Guest.Named(
            memory switch
            {
                WeightMemory.memory64 => "model-m64",
                WeightMemory.memory32 => "model-m32",
                _ => "model-bridge-m32",
            }
        );

    /// <summary>The next token.</summary>
    public void Token()
    {
        _position = (_position % (Context - 1)) + 1;
        Compute();
    }

    /// <summary>The next part of a token: a layer, or the logits.</summary>
    public void Part()
    {
        if (_part == 0)
        {
            _runner.Embed(FirstToken);
        }

        if (_part < _layers)
        {
            _runner.Layer(_part, 0);
        }
        else
        {
            _ = _runner.Output();
        }

        _part = (_part + 1) % (_layers + 1);
    }

    /// <summary>Checks that the first token still gives the same logits, bit for bit.</summary>
    /// <exception cref="AssertionException">It doesn't.</exception>
    public void Check()
    {
        CheckLogits();
        Expect.Equal("hash of the first token's logits", _plan.LogitsAt, Answer, First());
    }

    /// <inheritdoc/>
    public void Dispose() => _runner.Dispose();

    private ReadOnlySpan<float> Logits =>
        new(_runner.Data + _plan.LogitsAt, (int)_model.Model.Shape.Vocabulary);

    private ulong First()
    {
        (_token, _position) = (FirstToken, 0);
        Compute();
        var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(Logits);
        return BitConverter.ToUInt64(SHA256.HashData(bytes));
    }

    private void Compute()
    {
        _runner.Embed(_token);
        for (var layer = 0; layer < _layers; layer++)
        {
            _runner.Layer(layer, _position);
        }

        _token = _runner.Output();
    }

    // Weights of a known spread give logits of a known spread; zeros, or what isn't a number, are none.
    private void CheckLogits()
    {
        var squares = 0.0;
        foreach (var logit in Logits)
        {
            squares += (double)logit * logit;
        }

        var size = Math.Sqrt(squares / Logits.Length);
        Expect.That($"logits of size {size:G3}, not about 1", size is > 0.3 and < 3);
    }
}
