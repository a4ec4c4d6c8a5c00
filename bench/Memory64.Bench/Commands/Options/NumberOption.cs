using System.CommandLine.Parsing;
using System.Globalization;

namespace Memory64.Bench.Commands.Options;

/// <summary>Numbers on the command line: each has a range, which its error names.</summary>
internal static class NumberOption
{
    /// <summary>A whole number, or <see langword="null"/> with an error.</summary>
    /// <param name="result">The option with its one value.</param>
    /// <param name="least">The least that is allowed.</param>
    /// <param name="most">The most that is allowed.</param>
    public static int? WholeOf(ArgumentResult result, int least, int most)
    {
        if (
            int.TryParse(
                result.Tokens[0].Value,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Refuse(
            result,
            string.Create(
                CultureInfo.InvariantCulture,
                $"a whole number, at least {least}, at most {most}"
            )
        );
        return null;
    }

    /// <summary>A number, or 0 with an error.</summary>
    /// <param name="result">The option with its one value.</param>
    /// <param name="isAllowed">Whether it is in range; never asked for what isn't finite.</param>
    /// <param name="range">The range in words.</param>
    public static double RealOf(ArgumentResult result, Predicate<double> isAllowed, string range)
    {
        if (
            double.TryParse(
                result.Tokens[0].Value,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
            && double.IsFinite(number)
            && isAllowed(number)
        )
        {
            return number;
        }

        Refuse(result, range);
        return 0;
    }

    /// <summary>Adds the error that names option, value and what is wanted.</summary>
    public static void Refuse(ArgumentResult result, string wanted) =>
        result.AddError(
            $"{((OptionResult)result.Parent!).IdentifierToken} {result.Tokens[0].Value}: {wanted}."
        );
}
