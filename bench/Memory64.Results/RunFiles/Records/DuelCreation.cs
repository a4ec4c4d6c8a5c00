using System.Globalization;
using Memory64.Results.Statistics;

namespace Memory64.Results.RunFiles.Records;

/// <summary>The exchanges of a duel's round between two creations of its sides: both are created anew, then measured in turns.</summary>
public sealed record DuelCreation
{
    /// <summary>How many exchanges of one slice each; 1 or more.</summary>
    public required int Exchanges { get; init; }

    /// <summary>The median of their ratios, the case over its opponent; above 0.</summary>
    public required double Ratio { get; init; }

    /// <summary>
    /// How far two of the ratios typically differ, as a share of <see cref="Ratio"/>: see
    /// <see cref="RoundStatistics.RelativeSpread"/>. 0 of one exchange.
    /// </summary>
    public required double Spread { get; init; }

    /// <summary>The exchanges in short.</summary>
    /// <param name="ratios">The case over its opponent, an entry an exchange; at least one, each finite and above 0.</param>
    /// <exception cref="ArgumentException">There is no ratio.</exception>
    public static DuelCreation Of(IReadOnlyList<double> ratios)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        return new()
        {
            Exchanges = ratios.Count,
            Ratio = Rounded(RoundStatistics.Median(ratios)),
            Spread = Rounded(RoundStatistics.RelativeSpread(ratios)),
        };
    }

    // No exchange is as precise as a hundred thousandth.
    private static double Rounded(double ratio) =>
        double.Parse(
            ratio.ToString("G5", CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );
}
