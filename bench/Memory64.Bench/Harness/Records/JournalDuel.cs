using Memory64.Bench.Harness.Running;

namespace Memory64.Bench.Harness.Records;

/// <summary>A duel of a case, as a journalled run planned it.</summary>
/// <param name="Engine">The opponent's engine.</param>
/// <param name="Id">The opponent's case.</param>
/// <param name="IsSecondLoad">See <see cref="PlannedDuel"/>.</param>
/// <param name="SkipReason">Why it isn't fought, or <see langword="null"/>.</param>
public sealed record JournalDuel(string Engine, string Id, bool IsSecondLoad, string? SkipReason)
{
    /// <summary>The entry of a planned duel.</summary>
    public static JournalDuel Of(PlannedDuel duel) =>
        new(duel.Engine.Id, duel.Case.Id, duel.IsSecondLoad, duel.SkipReason);
}
