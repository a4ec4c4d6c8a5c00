namespace Memory64.Results.Programs;

/// <summary>What many programs say together.</summary>
/// <param name="Programs">How many there are; 1 or more.</param>
/// <param name="Mean">The geometric mean of their ratios.</param>
/// <param name="Families">How many there are, programs of a folder counted as one.</param>
/// <param name="MeanOfFamilies">The geometric mean of the means of the families.</param>
/// <param name="Lowest">The smallest ratio.</param>
/// <param name="LowerQuartile">A quarter of the programs have less.</param>
/// <param name="UpperQuartile">A quarter of the programs have more.</param>
/// <param name="Highest">The largest ratio.</param>
internal sealed record ProgramMean(
    int Programs,
    double Mean,
    int Families,
    double MeanOfFamilies,
    double Lowest,
    double LowerQuartile,
    double UpperQuartile,
    double Highest
)
{
    /// <summary>Of one ratio over all programs that count and have it; <see langword="null"/> where there is none.</summary>
    /// <param name="rows">The programs.</param>
    /// <param name="ratio">Which of their ratios.</param>
    public static ProgramMean? Of(IEnumerable<ProgramRow> rows, int ratio)
    {
        List<(string Family, double Ratio)> values =
        [
            .. from row in rows
            let relation = row.Relations[ratio]
            where row.Counts && relation is not null
            orderby relation.Ratio
            select (row.Family, relation.Ratio),
        ];
        if (values.Count == 0)
        {
            return null;
        }

        List<double> families =
        [
            .. values
                .GroupBy(value => value.Family, StringComparer.Ordinal)
                .Select(family => GeometricMean(family.Select(value => value.Ratio))),
        ];
        double Quantile(double share) => values[(int)(share * (values.Count - 1))].Ratio;
        return new(
            values.Count,
            GeometricMean(values.Select(value => value.Ratio)),
            families.Count,
            GeometricMean(families),
            values[0].Ratio,
            Quantile(0.25),
            Quantile(0.75),
            values[^1].Ratio
        );
    }

    private static double GeometricMean(IEnumerable<double> values) =>
        Math.Exp(values.Average(Math.Log));
}
