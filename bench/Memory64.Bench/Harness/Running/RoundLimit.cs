namespace Memory64.Bench.Harness.Running;

/// <summary>How long a measured process may take before it is ended: one that hangs must not hold up the rest.</summary>
/// <param name="Chosen">What the user chose for all cases; <see langword="null"/> where nothing.</param>
public sealed record RoundLimit(TimeSpan? Chosen)
{
    /// <summary>What a case has that takes no longer by its nature.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromMinutes(5);

    // A machine may be slower than is expected, and busy.
    private const int Patience = 2;

    /// <summary>The limit of a round of a case: where none was chosen at least the default, and twice the time that is expected.</summary>
    /// <param name="planned">The case.</param>
    public TimeSpan Of(PlannedCase planned)
    {
        if (Chosen is { } chosen)
        {
            return chosen;
        }

        var expected = ExpectedTime.OfRound(
            planned.Case.Description,
            recorded: null,
            planned.Duels.Count(duel => duel.SkipReason is null)
        );
        return Patience * expected > Default ? Patience * expected : Default;
    }
}
