using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>How much memory the process takes that has a model's weights.</summary>
internal static class WeightFootprint
{
    /// <summary>
    /// What rounds record of it, by metric, as it is now; nothing where the system doesn't tell, see
    /// <see cref="ProcessMemory.ProportionalBytes"/>. The resident size would count a page as often as it is mapped, and a model's are
    /// mapped several times.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="process">Id of the process; <see langword="null"/> for this one.</param>
    public static IEnumerable<(string Metric, double Value)> Of(
        OpenModel model,
        int? process = null
    ) =>
        ProcessMemory.ProportionalBytes(process) is { } bytes
            ?
            [
                (WeightMetric.ProportionalBytes, bytes),
                (WeightMetric.ProportionalShare, (double)bytes / model.Model.TensorBytes),
            ]
            : [];
}
