using System.Text.Json;

namespace Memory64.Bench.Harness.Duels;

/// <summary>What the host tells a measured process to duel, as JSON in an environment variable.</summary>
public sealed record DuelOrder
{
    /// <summary>Holds a list of orders; not set where the process has no duel.</summary>
    public const string Variable = "MEMORY64_DUELS";

    /// <summary>The case that is measured.</summary>
    public required SideOrder Subject { get; init; }

    /// <summary>What it is measured against.</summary>
    public required SideOrder Opponent { get; init; }

    /// <summary>Whether the opponent is created before the subject: what comes first may lie better in memory.</summary>
    public required bool CreatesOpponentFirst { get; init; }

    /// <summary>Whether the opponent has the first slice; from exchange to exchange the sides take turns in that.</summary>
    public required bool OpponentBegins { get; init; }

    /// <summary>
    /// By which share of its time each slice of the subject is prolonged, to see what a duel finds of it; 0 or more.
    /// </summary>
    public double Handicap { get; init; }

    /// <summary>The orders as the value of <see cref="Variable"/>.</summary>
    public static string Write(IEnumerable<DuelOrder> orders) =>
        JsonSerializer.Serialize([.. orders], DuelJson.Default.IReadOnlyListDuelOrder);

    /// <summary>The orders of this process; none where the variable isn't set.</summary>
    public static IReadOnlyList<DuelOrder> Read() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } json
            ? JsonSerializer.Deserialize(json, DuelJson.Default.IReadOnlyListDuelOrder)!
            : [];
}
