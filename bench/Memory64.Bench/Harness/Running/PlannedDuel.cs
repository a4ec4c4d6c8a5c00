using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Duels;

namespace Memory64.Bench.Harness.Running;

/// <summary>What a case is measured against, both alive in one process.</summary>
/// <param name="Engine">The opponent's engine.</param>
/// <param name="Case">The opponent's case.</param>
/// <param name="IsSecondLoad">Whether the opponent's library is loaded a second time, from a copy: the same build, but not the same load.</param>
/// <param name="SkipReason">Why the two can't be in one process, or <see langword="null"/>.</param>
public sealed record PlannedDuel(
    PlannedEngine Engine,
    Case Case,
    bool IsSecondLoad = false,
    string? SkipReason = null
)
{
    /// <summary>Whether the case duels with itself, which shows a bias if there is one.</summary>
    public bool IsSelf(PlannedCase subject) => (Engine, Case) == (subject.Engine, subject.Case);

    /// <summary>What the measured process of a round is told: in four rounds each side is created first twice, and begins twice.</summary>
    /// <param name="subject">The case that is measured.</param>
    /// <param name="round">Counted from 1.</param>
    /// <param name="handicap">See <see cref="DuelOrder.Handicap"/>.</param>
    public DuelOrder OrderFor(PlannedCase subject, int round, double handicap) =>
        new()
        {
            Subject = subject.Side,
            Opponent = PlannedCase.SideOf(
                Engine,
                Case,
                IsSecondLoad ? SecondLoad.PathOf(Engine.Build) : Engine.Build.LibraryPath
            ),
            CreatesOpponentFirst = round % 2 == 0,
            OpponentBegins = round / 2 % 2 == 1,
            ChangesLibraries = IsSecondLoad,
            Handicap = handicap,
        };
}
