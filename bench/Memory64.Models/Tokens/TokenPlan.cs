using Memory64.Models.Llama;

namespace Memory64.Models.Tokens;

/// <summary>
/// What lies where in the memory in which a model is computed: the structures of <c>guest/src/model.c</c>, scratch, the caches of keys
/// and values, and last the whole file, unless a bridge leaves it with the host. A guest and the native control have the same plan.
/// </summary>
public sealed unsafe class TokenPlan
{
    // No structure at address 0, and the file where any system can map it.
    private const ulong Start = 1 << 16;
    private const ulong PageBytes = 1 << 16;
    private const ulong VectorBytes = 64;

    private readonly LlamaModel _model;
    private ModelEntry _entry;
    private readonly LayerEntry[] _layers;
    private readonly ulong _layersAt;
    private ulong _end = Start;

    /// <summary>Plans a memory that holds the file.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">For how many positions there shall be room; 1 or more.</param>
    public TokenPlan(LlamaModel model, uint context)
        : this(model, context, tileBytes: 0) { }

    /// <summary>Plans a memory into which a bridge fetches rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">For how many positions there shall be room; 1 or more.</param>
    /// <param name="tileBytes">Most bytes that are fetched at once; at least the longest row. 0 for a memory that holds the file.</param>
    public TokenPlan(LlamaModel model, uint context, ulong tileBytes)
    {
        _model = model;
        Context = context;
        var shape = model.Shape;
        _ = Take((ulong)sizeof(ModelEntry));
        _layersAt = Take((ulong)sizeof(LayerEntry) * shape.Layers);
        PlanScratch();
        var cache = (ulong)sizeof(float) * context * shape.KeyValueWidth;
        var caches = Enumerable
            .Range(0, (int)shape.Layers)
            .Select(_ => (Take(cache), Take(cache)))
            .ToList();
        _entry.Tile = Take(tileBytes);
        _entry.TileBytes = tileBytes;
        WeightsAt = (_end + PageBytes - 1) / PageBytes * PageBytes;
        MemoryBytes = tileBytes > 0 ? WeightsAt : WeightsAt + model.File.Bytes;
        IsBridged = tileBytes > 0;
        var weights = IsBridged ? 0 : WeightsAt;
        _entry.Embedding = new(model.Embedding, weights);
        _entry.OutputNorm = new(model.OutputNorm, weights);
        _entry.Output = new(model.Output, weights);
        _layers =
        [
            .. model.Layers.Zip(
                caches,
                (layer, at) => new LayerEntry(layer, weights, at.Item1, at.Item2)
            ),
        ];
    }

    /// <summary>Positions that there is room for.</summary>
    public uint Context { get; }

    /// <summary>Whether the file stays with the host.</summary>
    public bool IsBridged { get; }

    /// <summary>Address of the file's first byte, a multiple of 64 KiB; where a bridge has it, the end of the memory.</summary>
    public ulong WeightsAt { get; }

    /// <summary>How large the memory must be.</summary>
    public ulong MemoryBytes { get; }

    /// <summary>Address of <c>struct model</c>.</summary>
    public static ulong ModelAt => Start;

    /// <summary>Address of the logits: a float a token.</summary>
    public ulong LogitsAt => _entry.Logits;

    /// <summary>Address of the state: a float for each number of the model's width.</summary>
    public ulong StateAt => _entry.State;

    /// <summary>Address of a <c>struct layer</c>.</summary>
    /// <param name="index">From 0.</param>
    public ulong LayerAt(int index) => _layersAt + ((ulong)index * (ulong)sizeof(LayerEntry));

    /// <summary>Bytes of all memory but the file and its copy: what a position more costs is <see cref="Shapes.ModelShape.CacheBytes"/>.</summary>
    public ulong OwnBytes => WeightsAt;

    /// <summary>Writes structures and table to a memory; all else is written by the computation.</summary>
    /// <param name="memory">Where its address 0 lies; <see cref="WeightsAt"/> bytes are accessible.</param>
    /// <param name="file">Where the file's first byte lies.</param>
    public void WriteTo(byte* memory, byte* file)
    {
        *(ModelEntry*)(memory + ModelAt) = _entry;
        _layers.CopyTo(new Span<LayerEntry>(memory + _layersAt, _layers.Length));
        RopeTable.Write(
            _model,
            _model.RopeFactors is { } factors ? (float*)(file + factors.Offset) : null,
            Context,
            (float*)(memory + _entry.Ropes)
        );
    }

    private void PlanScratch()
    {
        var shape = _model.Shape;
        _entry.Width = shape.Width;
        _entry.FeedForwardWidth = shape.FeedForwardWidth;
        _entry.Heads = shape.Heads;
        _entry.KeyValueHeads = shape.KeyValueHeads;
        _entry.HeadSize = shape.HeadSize;
        _entry.Context = Context;
        _entry.Epsilon = BitConverter.SingleToUInt32Bits(shape.Epsilon);
        _entry.Ropes = Floats((ulong)Context * shape.HeadSize);
        _entry.State = Floats(shape.Width);
        _entry.Normed = Floats(shape.Width);
        _entry.Query = Floats(shape.Width);
        _entry.Key = Floats(shape.KeyValueWidth);
        _entry.Value = Floats(shape.KeyValueWidth);
        _entry.Attended = Floats(shape.Width);
        _entry.Gate = Floats(shape.FeedForwardWidth);
        _entry.Up = Floats(shape.FeedForwardWidth);
        _entry.Scores = Floats(Context);
        _entry.Logits = Floats(shape.Vocabulary);
        var longest = (ulong)Math.Max(shape.Width, shape.FeedForwardWidth);
        _entry.QuantizedK = Take(longest / KBlock.Weights * (ulong)sizeof(KBlock));
        _entry.QuantizedZ = Take(longest / ZeroBlock.Weights * (ulong)sizeof(ZeroBlock));
    }

    private ulong Floats(ulong count) => Take(count * sizeof(float));

    private ulong Take(ulong bytes)
    {
        var at = _end;
        _end = (_end + bytes + VectorBytes - 1) / VectorBytes * VectorBytes;
        return at;
    }
}
