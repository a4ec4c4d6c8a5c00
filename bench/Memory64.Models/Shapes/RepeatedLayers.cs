using Memory64.Models.Gguf;

namespace Memory64.Models.Shapes;

/// <summary>
/// A few layers that stand for all of a model's: each layer is one of the few that have its types. What a token costs depends on the
/// addresses that it reads and on the bytes that no cache holds, not on whether two layers far from each other are alike; so a machine
/// can compute a model that is larger than its memory.
/// </summary>
public sealed class RepeatedLayers
{
    private const int TensorsOfLayer = 9;

    /// <summary>Chooses the few.</summary>
    /// <param name="shape">Of the whole model.</param>
    /// <param name="ofEachKind">How many layers of each combination of types are kept; 1 or more.</param>
    public RepeatedLayers(ModelShape shape, int ofEachKind)
    {
        var plan = TensorPlan.Of(shape);
        var layers = Enumerable
            .Range(0, (int)shape.Layers)
            .Select(layer => plan.Skip(1 + (layer * TensorsOfLayer)).Take(TensorsOfLayer).ToList())
            .ToList();
        var kinds = layers
            .Select(tensors => string.Join(',', tensors.Select(tensor => tensor.Type)))
            .ToList();
        List<int> kept =
        [
            .. kinds
                .Index()
                .GroupBy(layer => layer.Item)
                .SelectMany(kind => kind.Take(ofEachKind))
                .Select(layer => layer.Index)
                .Order(),
        ];
        Tensors =
        [
            plan[0],
            .. kept.SelectMany(
                (layer, index) =>
                    layers[layer]
                        .Select(tensor =>
                            tensor with
                            {
                                Name = TensorNames.Moved(tensor.Name, (uint)index),
                            }
                        )
            ),
            plan[^2],
            plan[^1],
        ];
        Shape = shape with { Layers = (uint)kept.Count };
        LayerBytes = [.. layers.Select(TensorPlan.BytesOf)];
        Sources = SourcesOf(kinds, kept);
    }

    /// <summary>The shape of what is kept.</summary>
    public ModelShape Shape { get; }

    /// <summary>The tensors of what is kept, in the order in which a file has them.</summary>
    public IReadOnlyList<Tensor> Tensors { get; }

    /// <summary>For each layer of the whole model, the bytes of its weights.</summary>
    public IReadOnlyList<ulong> LayerBytes { get; }

    /// <summary>For each layer of the whole model, which of the few stands for it.</summary>
    public IReadOnlyList<int> Sources { get; }

    // Those of a kind take turns.
    private static int[] SourcesOf(List<string> kinds, List<int> kept)
    {
        var sources = new int[kinds.Count];
        foreach (var kind in kinds.Index().GroupBy(layer => layer.Item))
        {
            var own = kept.Index().Where(layer => kinds[layer.Item] == kind.Key).ToList();
            foreach (var (turn, layer) in kind.Index())
            {
                sources[layer.Index] = own[turn % own.Count].Index;
            }
        }

        return sources;
    }
}
