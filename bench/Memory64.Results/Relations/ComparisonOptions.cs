namespace Memory64.Results.Relations;

/// <summary>How sure a verdict must be, and which differences matter.</summary>
public sealed record ComparisonOptions
{
    /// <summary>What a one-sided p-value must be less than; above 0, below 0.5; 0.01 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Alpha
    {
        get;
        init =>
            field = value is > 0 and < 0.5
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(value),
                    value,
                    "Alpha must be above 0 and below 0.5."
                );
    } = 0.01;

    /// <summary>The share by which times must differ to matter (0.02 is 2 %); 0 to 1000; 0.02 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Threshold
    {
        get;
        init =>
            field = value is >= 0 and <= 1000
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(value),
                    value,
                    "The threshold must be 0 to 1000."
                );
    } = 0.02;
}
