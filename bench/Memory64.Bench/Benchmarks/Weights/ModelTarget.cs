using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Models.Tokens;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Weights;

/// <summary>A model that a guest or the control computes.</summary>
internal sealed unsafe class ModelTarget : ITokenTarget
{
    /// <summary>Positions that there is room for.</summary>
    public const uint Context = 64;

    /// <summary>The token that comes first: where a text begins, in most vocabularies.</summary>
    public const ulong FirstToken = 1;

    /// <summary>Memories that share a model.</summary>
    public const int Shards = 3;

    /// <summary>Bytes that a bridge fetches at once.</summary>
    public static readonly ByteSize Tile = ByteSize.MiB(1);

    private readonly WeightMemory _memory;
    private readonly OpenModel _model;

    // Of the memory that has the logits.
    private readonly TokenPlan _plan;
    private readonly IModelRunner _runner;
    private readonly int _layers;
    private readonly ulong _answer;
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
        var plans = PlansOf(_model, memory);
        _plan = plans[^1];
        _runner = memory switch
        {
            WeightMemory.native => new NativeModel(_model, _plan),
            WeightMemory.memory64Shards => new ModelOfInstances(
                _model,
                plans,
                GuestOf(memory),
                library()
            ),
            WeightMemory.memory64Multi => new ModelOfMemories(
                _model,
                plans,
                GuestOf(memory),
                library()
            ),
            _ => new GuestModel(_model, _plan, GuestOf(memory), library()),
        };
        _answer = First();
        CheckLogits();
    }

    /// <inheritdoc/>
    public ulong? Answer => _answer;

    /// <inheritdoc/>
    public IEnumerable<(string Metric, double Value)> Metrics
    {
        get
        {
            foreach (var metric in WeightFootprint.Of(_model))
            {
                yield return metric;
            }

            if (MostPositions is { } positions)
            {
                yield return (Page.Positions, positions);
            }
        }
    }

    /// <inheritdoc/>
    public int Parts => _layers + 1;

    // Positions that the largest memory of its kind has room for beside all else, their keys and values being floats of 32 bits.
    private ulong? MostPositions
    {
        get
        {
            var cache = _model.Model.Shape.CacheBytes;
            var rest = _plan.MemoryBytes - (cache * Context);
            return _memory switch
            {
                WeightMemory.memory64 or WeightMemory.memory64Relaxed => (
                    ByteSize.GiB(16).Bytes - rest
                ) / cache,
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
                WeightMemory.memory64 or WeightMemory.memory64Shards => "model-m64",
                WeightMemory.memory64Relaxed => "model-relaxed-m64",
                WeightMemory.memory64Multi => "model-multi-m64",
                WeightMemory.memory32 => "model-m32",
                _ => "model-bridge-m32",
            }
        );

    private static IReadOnlyList<TokenPlan> PlansOf(OpenModel model, WeightMemory memory) =>
        memory switch
        {
            WeightMemory.memory64Shards or WeightMemory.memory64Multi => ShardedModel.Plan(
                model,
                Context,
                Shards
            ),
            WeightMemory.bridge => [TokenPlan.Bridged(model.Model, Context, Tile.Bytes)],
            _ => [TokenPlan.Of(model.Model, Context)],
        };

    /// <inheritdoc/>
    public void Token()
    {
        _position = (_position % (Context - 1)) + 1;
        Compute();
    }

    /// <inheritdoc/>
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

        _part = (_part + 1) % Parts;
    }

    /// <summary>Checks that the first token still gives the same logits, bit for bit.</summary>
    /// <exception cref="AssertionException">It doesn't.</exception>
    public void Check()
    {
        CheckLogits();
        Expect.Equal("hash of the first token's logits", _plan.LogitsAt, _answer, First());
    }

    /// <inheritdoc/>
    public void Dispose() => _runner.Dispose();

    private ReadOnlySpan<float> Logits =>
        new(_runner.Data + _plan.LogitsAt, (int)_model.Model.Shape.Vocabulary);

    private ulong First()
    {
        (_token, _position) = (FirstToken, 0);
        Compute();
        var bytes = MemoryMarshal.AsBytes(Logits);
        return BitConverter.ToUInt64(SHA256.HashData(bytes));
    }

    private void Compute() => _token = _runner.Token(_token, _layers, _position);

    // Synthetic weights give logits of size 1, trained ones a few; zeros, or what isn't a number, are none.
    private void CheckLogits()
    {
        var squares = 0.0;
        foreach (var logit in Logits)
        {
            squares += (double)logit * logit;
        }

        var size = Math.Sqrt(squares / Logits.Length);
        Expect.That($"logits of size {size:G3} are a model's", size is > 0.1 and < 100);
    }
}
