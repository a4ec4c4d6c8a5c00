using Memory64.Models.Gguf;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;

namespace Memory64.Bench.Tests.Models;

/// <summary>Models that are computed in a moment.</summary>
internal static class TestModels
{
    /// <summary>With heads that share keys and values, and layers of both kinds.</summary>
    public static ModelShape Small { get; } =
        new("small", 256, 512, 3, 4, 2, 64) { RopeBase = 500 };

    /// <summary>All matrices of one type.</summary>
    public static ModelFile Of(TensorType type) =>
        SyntheticModel.Write(
            Small,
            [
                .. TensorPlan
                    .Of(Small)
                    .Select(tensor => tensor.Rows == 1 ? tensor : tensor with { Type = type }),
            ],
            seed: 5
        );

    /// <summary>Orders in which files have the tensors of <see cref="Small"/>, by name: the format fixes none.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Tensor>> Orders { get; } =
        new Dictionary<string, IReadOnlyList<Tensor>>(StringComparer.Ordinal)
        {
            ["by layers"] = Floats(Small),
            ["norms last"] = [.. Floats(Small).OrderBy(IsNorm)],
            ["norms last, the output's first"] =
            [
                .. Floats(Small)
                    .OrderBy(IsNorm)
                    .ThenBy(tensor => IsNorm(tensor) && tensor.Name != OutputNorm),
            ],
            ["norms last, backwards"] =
            [
                .. Floats(Small).Where(tensor => !IsNorm(tensor)),
                .. Floats(Small).Where(IsNorm).Reverse(),
            ],
            ["norms first"] = [.. Floats(Small).OrderBy(tensor => !IsNorm(tensor))],
            ["backwards"] = [.. Floats(Small).Reverse()],
            ["by name"] = [.. Floats(Small).OrderBy(tensor => tensor.Name, StringComparer.Ordinal)],
            ["unordered"] = Shuffled(Floats(Small), seed: 1),
            ["unordered, otherwise"] = Shuffled(Floats(Small), seed: 2),
            ["tied"] = [.. Floats(Small).Where(tensor => tensor.Name != Output)],

            // An embedding of less than 64 KiB in the page in which all else ends.
            ["tied, before the output's norm"] = [.. Layers, Floats(Small)[0], Floats(Small)[^2]],
            ["tied, before all norms"] =
            [
                .. Layers.Where(tensor => !IsNorm(tensor)),
                Floats(Small)[0],
                .. Floats(Small).Where(IsNorm),
            ],
        };

    /// <summary>Tensors in an order of no sense, the same one each time.</summary>
    public static IReadOnlyList<Tensor> Shuffled(IReadOnlyList<Tensor> tensors, int seed)
    {
        var shuffled = tensors.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>The tensors of a model whose weights are floats of 32 bits, by layers.</summary>
    public static IReadOnlyList<Tensor> Floats(ModelShape shape) =>
        [.. TensorPlan.Of(shape).Select(tensor => tensor with { Type = TensorType.F32 })];

    private const string Output = "output.weight",
        OutputNorm = "output_norm.weight";

    private static IEnumerable<Tensor> Layers =>
        Floats(Small).Where(tensor => tensor.Name.StartsWith("blk.", StringComparison.Ordinal));

    private static bool IsNorm(Tensor tensor) => tensor.Rows == 1;
}
