using System.Text.Json.Serialization;
using Memory64.Bench.Harness.Measured;
using Memory64.Engines.Identity;

namespace Memory64.Bench.Harness.Duels;

/// <summary>What a measured process is told to duel.</summary>
public sealed record DuelOrder
{
    /// <summary>The case that is measured.</summary>
    public required SideOrder Subject { get; init; }

    /// <summary>What it is measured against.</summary>
    public required SideOrder Opponent { get; init; }

    /// <summary>Whether both guests live in this process.</summary>
    [JsonIgnore]
    public bool IsAllHere =>
        (Subject.Kind, Opponent.Kind) is (EngineKind.Wasmtime, EngineKind.Wasmtime);

    /// <summary>Whether the opponent is created before the subject: what comes first may lie better in memory.</summary>
    public required bool CreatesOpponentFirst { get; init; }

    /// <summary>Whether the opponent has the first slice; from exchange to exchange the sides take turns in that.</summary>
    public required bool OpponentBegins { get; init; }

    /// <summary>
    /// Whether the sides change libraries from creation to creation, because both are of one build. For it matters where in the machine's
    /// memory the pages of a library's file lie: creating an instance in a pool took up to 1.2 % more or less in one copy than in another,
    /// for as long as the system kept the two.
    /// </summary>
    public bool ChangesLibraries { get; init; }

    /// <summary>The sides of a creation: in four of them each side is created first twice, and has either library twice.</summary>
    /// <param name="creation">Counts them, in either direction.</param>
    public (SideOrder Subject, SideOrder Opponent, bool OpponentFirst) SidesOf(int creation)
    {
        var opponentFirst = CreatesOpponentFirst == (creation % 2 == 0);
        return ChangesLibraries && CreatesOpponentFirst == (creation / 2 % 2 == 0)
            ? (
                Subject with
                {
                    Library = Opponent.Library,
                },
                Opponent with
                {
                    Library = Subject.Library,
                },
                opponentFirst
            )
            : (Subject, Opponent, opponentFirst);
    }

    /// <summary>
    /// By which share of its time each slice of the subject is prolonged, to see what a duel finds of it; 0 or more.
    /// </summary>
    public double Handicap { get; init; }
}
