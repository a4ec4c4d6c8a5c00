using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Memory64.Models.Tokens;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Weights.Runners;

[Collection(AloneCollection.Name)]
public sealed class WeightFootprintTests
{
    private const int Layers = 400;

    // All weights are read, and nearly all of them lie at fifty places.
    [Fact]
    public void Counts_weights_once_however_often_they_are_mapped()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells");
        using var file = SyntheticModel.Write(ModelShapes.Tiny, 2);
        using var model = new OpenModel(
            file.Path,
            [.. Enumerable.Range(0, Layers).Select(layer => layer % (int)ModelShapes.Tiny.Layers)],
            owner: null
        );
        GiveBackUnused();
        var (bytesBefore, residentBefore) = (Bytes(model), ProcessMemory.ResidentBytes());
        var plan = TokenPlan.Of(model.Model, context: 1);
        using IModelRunner native = new NativeModel(model, plan);
        _ = native.Token(1, Layers, position: 0);

        var bytes = Bytes(model) - bytesBefore;
        double resident = ProcessMemory.ResidentBytes() - residentBefore;

        Assert.InRange(resident / plan.MemoryBytes, 0.8, 1.2);
        Assert.InRange(
            bytes,
            0.5 * model.Model.TensorBytes,
            plan.OwnBytes + (2.5 * model.Model.TensorBytes)
        );
    }

    [Fact]
    public void Says_nothing_of_a_process_that_is_not_there()
    {
        using var file = SyntheticModel.Write(ModelShapes.Tiny, 2);
        using var model = new OpenModel(file.Path, sources: null, owner: null);

        Assert.Empty(WeightFootprint.Of(model, int.MaxValue));
    }

    // What earlier tests left to the collector goes back to the system now, rather than between the two looks at the process.
    private static void GiveBackUnused() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static double Bytes(OpenModel model)
    {
        var metrics = WeightFootprint.Of(model).ToDictionary();
        Assert.Equal(
            metrics[WeightMetric.ProportionalBytes] / model.Model.TensorBytes,
            metrics[WeightMetric.ProportionalShare],
            tolerance: 1e-9
        );
        return metrics[WeightMetric.ProportionalBytes];
    }
}
