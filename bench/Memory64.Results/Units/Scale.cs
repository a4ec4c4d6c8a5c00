using Memory64.Results.Statistics;

namespace Memory64.Results.Units;

/// <summary>Units of one quantity, from which a column chooses one for all its values.</summary>
public sealed class Scale
{
    private readonly IReadOnlyList<DisplayUnit> _units;

    private Scale(params IReadOnlyList<DisplayUnit> units) => _units = units;

    /// <summary>Time; values are nanoseconds.</summary>
    public static Scale Time { get; } =
        new(new("ns", 1), new("µs", 1e3), new("ms", 1e6), new("s", 1e9));

    /// <summary>Time for one access; values are nanoseconds. There is one unit: such numbers are compared across tables.</summary>
    public static Scale TimePerAccess { get; } = new(new DisplayUnit("ns/access", 1));

    /// <summary>Throughput; values are GB/s, which are bytes per nanosecond.</summary>
    public static Scale Throughput { get; } = new(new DisplayUnit("GB/s", 1));

    /// <summary>A ratio, which has no unit.</summary>
    public static Scale Ratio { get; } = new(new DisplayUnit("times", 1));

    /// <summary>Instructions of machine code.</summary>
    public static Scale Instructions { get; } = new(new DisplayUnit("instructions", 1));

    /// <summary>How often; values are in a second.</summary>
    public static Scale Rate { get; } = new(new DisplayUnit("1/s", 1));

    /// <summary>Memory; values are bytes.</summary>
    public static Scale Memory { get; } =
        new(new("KiB", 1L << 10), new("MiB", 1L << 20), new("GiB", 1L << 30));

    /// <summary>The largest unit in which the median of the values is at least 1; the smallest where none is.</summary>
    /// <param name="values">The values of the column in the base unit; may be empty.</param>
    public DisplayUnit Choose(params IReadOnlyList<double> values) =>
        values.Count == 0
            ? _units[0]
            : _units.LastOrDefault(unit => RoundStatistics.Median(values) >= unit.Size, _units[0]);

    /// <summary>How a unit of the run file is shown.</summary>
    /// <param name="unit">The unit a case asks for.</param>
    public static DisplayUnit Of(TimeUnit unit) => Time._units[(int)unit];
}
