using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Running;

namespace Memory64.Bench.Commands.Run;

/// <summary>How many rounds a run has, and how long it may take.</summary>
internal static class RunBudget
{
    private const int StandardRounds = 8;
    private const int SmokeRounds = 1;

    // For each engine, what the profiles promise.
    private static readonly TimeSpan Standard = TimeSpan.FromMinutes(10),
        Full = TimeSpan.FromHours(1);

    /// <summary>Rounds of each case.</summary>
    public static int RoundsOf(RunOptions options) =>
        options.Rounds ?? (options.Profile == Profile.Smoke ? SmokeRounds : StandardRounds);

    /// <summary>The plan within its budget. Who says how many rounds, wants these rounds.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">What the user asked for.</param>
    /// <param name="isFiltered">Whether a filter chose its cases.</param>
    public static MeasurementPlan Limit(MeasurementPlan plan, RunOptions options, bool isFiltered)
    {
        var isOpen = options.Rounds is null && options.Profile != Profile.Smoke;
        return plan with
        {
            Budget =
                options.Budget
                ?? (
                    !isOpen
                        ? TimeSpan.MaxValue
                        : plan.Engines.Count()
                            * (isFiltered || options.Profile == Profile.Full ? Full : Standard)
                ),
            DecidesMore = isOpen,
        };
    }
}
