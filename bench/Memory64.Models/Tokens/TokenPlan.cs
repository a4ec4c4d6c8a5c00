using Memory64.Models.Gguf;
using Memory64.Models.Llama;

namespace Memory64.Models.Tokens;

/// <summary>
/// What lies where in the memory in which a model is computed: the structures of <c>guest/src/model.c</c>, scratch, the caches of keys
/// and values, and last the file's tensors, unless a bridge leaves them with the host. A guest and the native control have the same
/// plan.
/// </summary>
public sealed unsafe class TokenPlan
{
    // No structure at address 0.
    private const ulong Start = 1 << 16;
    private const ulong VectorBytes = 64;

    private readonly LlamaModel _model;
    private ModelEntry _entry;
    private readonly LayerEntry[] _layers;
    private readonly ulong _layersAt;
    private ulong _end = Start;

    private TokenPlan(
        LlamaModel model,
        uint context,
        Range layers,
        ulong tileBytes,
        WeightAlignment alignment
    )
    {
        _model = model;
        Context = context;
        var (first, count) = layers.GetOffsetAndLength(model.Layers.Count);
        _ = Take((ulong)sizeof(ModelEntry));
        _layersAt = Take((ulong)(sizeof(LayerEntry) * count));
        PlanScratch();
        var cache = (ulong)sizeof(float) * context * model.Shape.KeyValueWidth;
        var caches = Enumerable.Range(0, count).Select(_ => (Take(cache), Take(cache))).ToList();
        _entry.Tile = Take(tileBytes);
        _entry.TileBytes = tileBytes;
        FirstLayer = first;
        IsBridged = tileBytes > 0;
        _end = GgufFormat.Align(_end, WeightPlaces.PageBytes);
        OwnBytes = _end;
        PlacedTensor[] begin = first == 0 ? [model.Embedding] : [];
        PlacedTensor[] end =
            first + count == model.Layers.Count ? [model.OutputNorm, model.Output] : [];
        var places = new WeightPlaces(IsBridged, _end, alignment);
        var layerEntries = new List<LayerEntry>();
        foreach (var layersOnce in WithoutRepetition(model.Layers.Skip(first).Take(count)))
        {
            var isFirst = layerEntries.Count == 0;
            var addresses = places.Place([
                .. isFirst ? begin.Concat(end) : [],
                .. layersOnce.SelectMany(layer => layer.Tensors),
            ]);
            if (isFirst)
            {
                PlanEnds(begin, end, addresses);
            }

            foreach (var layer in layersOnce)
            {
                var (keys, values) = caches[layerEntries.Count];
                layerEntries.Add(new(layer, addresses, keys, values));
            }
        }

        _layers = [.. layerEntries];
        Segments = places.Segments;
        MemoryBytes = places.End;
    }

    // A layer that stands for several has addresses of its own for each of them: with its second time, places are given anew.
    private static IEnumerable<IReadOnlyList<LlamaLayer>> WithoutRepetition(
        IEnumerable<LlamaLayer> layers
    )
    {
        var group = new List<LlamaLayer>();
        var seen = new HashSet<LlamaLayer>(ReferenceEqualityComparer.Instance);
        foreach (var layer in layers)
        {
            if (!seen.Add(layer))
            {
                yield return group;
                group = [];
                seen = new(ReferenceEqualityComparer.Instance) { layer };
            }

            group.Add(layer);
        }

        yield return group;
    }

    private void PlanEnds(
        PlacedTensor[] begin,
        PlacedTensor[] end,
        IReadOnlyDictionary<PlacedTensor, ulong> addresses
    )
    {
        if (begin is [var embedding])
        {
            _entry.Embedding = new(embedding, addresses[embedding]);
        }

        if (end is [var norm, var output])
        {
            _entry.OutputNorm = new(norm, addresses[norm]);
            _entry.Output = new(output, addresses[output]);
        }
    }

    /// <summary>Plans a memory that holds some layers of a model: with the first one the embedding, with the last one the output.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">For how many positions there shall be room; 1 or more.</param>
    /// <param name="layers">Which; at least one.</param>
    public static TokenPlan Of(LlamaModel model, uint context, Range layers) =>
        new(model, context, layers, tileBytes: 0, WeightAlignment.Pages);

    /// <summary>Plans a memory that holds all of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">For how many positions there shall be room; 1 or more.</param>
    public static TokenPlan Of(LlamaModel model, uint context) => Of(model, context, Range.All);

    /// <summary>Plans a memory that holds all of a model, in places of the caller's kind.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">For how many positions there shall be room; 1 or more.</param>
    /// <param name="alignment">Where parts of the file may begin.</param>
    public static TokenPlan Of(LlamaModel model, uint context, WeightAlignment alignment) =>
        new(model, context, Range.All, tileBytes: 0, alignment);

    /// <summary>Plans a memory into which a bridge fetches rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">For how many positions there shall be room; 1 or more.</param>
    /// <param name="tileBytes">Most bytes that are fetched at once; at least the longest row.</param>
    public static TokenPlan Bridged(LlamaModel model, uint context, ulong tileBytes) =>
        new(model, context, Range.All, tileBytes, WeightAlignment.Pages);

    /// <summary>Positions that there is room for.</summary>
    public uint Context { get; }

    /// <summary>Whether the file stays with the host.</summary>
    public bool IsBridged { get; }

    /// <summary>The layer of the model that is this memory's first.</summary>
    public int FirstLayer { get; }

    /// <summary>What lies where of the file; nothing where a bridge has it.</summary>
    public IReadOnlyList<WeightSegment> Segments { get; }

    /// <summary>How large the memory must be.</summary>
    public ulong MemoryBytes { get; }

    /// <summary>Address of <c>struct model</c>.</summary>
    public static ulong ModelAt => Start;

    /// <summary>Address of the logits: a float a token.</summary>
    public ulong LogitsAt => _entry.Logits;

    /// <summary>Address of the state: a float for each number of the model's width.</summary>
    public ulong StateAt => _entry.State;

    /// <summary>Address of a <c>struct layer</c>.</summary>
    /// <param name="index">From 0, the memory's first layer.</param>
    public ulong LayerAt(int index) => _layersAt + ((ulong)index * (ulong)sizeof(LayerEntry));

    /// <summary>Bytes of all but weights, from address 0 on; a position more costs <see cref="Shapes.ModelShape.CacheBytes"/>.</summary>
    public ulong OwnBytes { get; }

    /// <summary>Bytes of the state.</summary>
    public ulong StateBytes => (ulong)_model.Shape.Width * sizeof(float);

    /// <summary>Writes structures and table to a memory; all else is written by the computation.</summary>
    /// <param name="memory">Where its address 0 lies; <see cref="OwnBytes"/> are accessible.</param>
    /// <param name="ropeFactors">The weights of <see cref="LlamaModel.RopeFactors"/>; none where the model has none.</param>
    public void WriteTo(byte* memory, ReadOnlySpan<float> ropeFactors)
    {
        *(ModelEntry*)(memory + ModelAt) = _entry;
        _layers.CopyTo(new Span<LayerEntry>(memory + _layersAt, _layers.Length));
        RopeTable.Write(_model.Shape, ropeFactors, Context, (float*)(memory + _entry.Ropes));
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
        _end = GgufFormat.Align(_end + bytes, VectorBytes);
        return at;
    }
}
