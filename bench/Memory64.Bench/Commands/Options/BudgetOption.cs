using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Memory64.Bench.Commands.Options;

/// <summary>How long a command may measure.</summary>
internal static class BudgetOption
{
    private const string Range = "a time from 1s to 168h, such as 90s, 10m or 1h";

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1),
        Most = TimeSpan.FromDays(7);

    /// <summary>The option.</summary>
    /// <param name="byDefault">What holds without it, in words.</param>
    public static Option<TimeSpan?> Create(string byDefault) =>
        new("--budget")
        {
            Description =
                $"How long it may take in all, such as 90s, 10m or 1h; what doesn't fit is left out, and undecided ratios get more rounds as long as it lasts. Default: {byDefault}.",
            HelpName = "TIME",
            CustomParser = Parse,
        };

    /// <summary>The option of commands that fight duels and nothing else.</summary>
    public static Option<TimeSpan?> OfDuels() => Create("10m");

    /// <summary>The budget of such a command.</summary>
    /// <param name="named">What the user named.</param>
    public static TimeSpan OfDuels(TimeSpan? named) => named ?? TimeSpan.FromMinutes(10);

    private static TimeSpan? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var unit = text.Length == 0 ? ' ' : text[^1];
        if (
            double.TryParse(
                text.AsSpan(0, Math.Max(0, text.Length - 1)),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var count
            )
            && count <= Most.TotalSeconds
        )
        {
            TimeSpan? budget = unit switch
            {
                's' => TimeSpan.FromSeconds(count),
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                _ => null,
            };
            if (budget >= Least && budget <= Most)
            {
                return budget;
            }
        }

        NumberOption.Refuse(result, Range);
        return null;
    }
}
