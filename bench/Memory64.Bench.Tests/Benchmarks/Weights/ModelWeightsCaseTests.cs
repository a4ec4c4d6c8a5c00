using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Tests.Harness.Cases;
using Memory64.Models.Shapes;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Weights;

/// <summary>What the room says of its cases.</summary>
public sealed class ModelWeightsCaseTests
{
    [Fact]
    public void Declares_what_stays_resident() =>
        CaseAssert.KeepsResident(
            "ModelWeights",
            measured =>
                measured.Method switch
                {
                    "Token" => (FilesOfToken(measured) * WeightsOf(measured))
                        + CacheOfLlamaCpp(measured)
                        + (128UL << 20),
                    "LoadCopy" => 2 * WeightsOf(measured),
                    _ => FilesOfLoad(measured) * WeightsOf(measured),
                }
        );

    // Gigabytes of its file would stay for whoever came next.
    [Fact]
    public void Shares_no_process() =>
        Assert.All(
            Catalog.Of("ModelWeights"),
            measured => Assert.False(measured.Description.SharesProcess)
        );

    [Fact]
    public void Gives_llama_cpp_no_guest() =>
        Assert.All(
            Catalog.Of("ModelWeights").Where(IsLlamaCpp),
            measured => Assert.Null(measured.Description.Guest)
        );

    private static bool IsLlamaCpp(Case measured) =>
        measured.Name.Parameters["Memory"] is "llamaCpp" or "llamaCppRepacked";

    // Where a file can't be mapped, its copy lies beside it; and llama.cpp's own, where it makes one.
    private static ulong FilesOfToken(Case measured) =>
        (OperatingSystem.IsWindows() ? 1UL : 0)
        + FilesOfLoad(measured)
        + (measured.Id.Contains("llamaCppRepacked", StringComparison.Ordinal) ? 1UL : 0);

    // Beside a file in huge pages the other side of a duel has one in small pages.
    private static ulong FilesOfLoad(Case measured) =>
        measured.Name.Parameters["Memory"] == "memory64HugePages" ? 2UL : 1UL;

    // Keys and values of 512 positions, as floats of 32 bits; a guest has 64 positions, which the rest covers.
    private static ulong CacheOfLlamaCpp(Case measured) =>
        IsLlamaCpp(measured)
            ? 512
                * ModelShapes
                    .All.Single(shape => shape.Name == measured.Name.Parameters["Model"])
                    .CacheBytes
            : 0;

    private static ulong WeightsOf(Case measured)
    {
        var name = measured.Name.Parameters["Model"];
        var tensors = name is "70B_of_8_layers" or "70B_27_layers_of_8"
            ? new RepeatedLayers(ModelShapes.Llama70B, ofEachKind: 4).Tensors
            : TensorPlan.Of(ModelShapes.All.Single(shape => shape.Name == name));
        return tensors.Aggregate(0UL, (sum, tensor) => sum + tensor.Bytes);
    }
}
