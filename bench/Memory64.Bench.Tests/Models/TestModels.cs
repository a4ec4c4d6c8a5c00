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
}
