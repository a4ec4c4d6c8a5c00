using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;

namespace Memory64.Results.Benchmarks.Diagnosers;

/// <summary>The column of <see cref="PeakResidentDiagnoser"/>.</summary>
internal sealed class PeakResidentMetric : IMetricDescriptor
{
    private PeakResidentMetric() { }

    /// <summary>The one instance.</summary>
    public static PeakResidentMetric Instance { get; } = new();

    public string Id => nameof(PeakResidentMetric);

    public string DisplayName => "Peak resident (MiB)";

    public string Legend => "Most memory the process had resident at one time, its setup included";

    public string NumberFormat => "0";

    public UnitType UnitType => UnitType.Dimensionless;

    public string Unit => "MiB";

    public bool TheGreaterTheBetter => false;

    public int PriorityInCategory => 0;

    public bool GetIsAvailable(Metric metric) => true;
}
