using System.Diagnostics;
using System.Globalization;
using Memory64.Bench.Harness.Measured;
using Memory64.Results.Statistics;

namespace Memory64.Bench.Harness.Duels;

/// <summary>
/// Two sides alive in one process, in turns, a slice of each an exchange: whatever the machine does meanwhile, it does to both. So
/// a ratio is measured as a ratio (L. Bulej et al., "Duet benchmarking: improving measurement accuracy in the cloud", ICPE 2020).
/// </summary>
internal static class Duel
{
    private const int MostExchanges = 100;

    // Forty exchanges of a millisecond a side know the median far better than two processes agree on it. What takes longer has
    // fewer of them: each order once, if there is time.
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(80),
        TooLong = TimeSpan.FromSeconds(1);

    /// <summary>Fights the duels that this process was told to, one after the other; null where there are none.</summary>
    public static IReadOnlyList<DuelOutcome>? FightAll()
    {
        var orders = DuelOrder.Read();
        return orders.Count == 0 ? null : [.. orders.Select(Fight)];
    }

    /// <summary>Fights one. Both sides pass their assertions before, and their checks after it.</summary>
    public static DuelOutcome Fight(DuelOrder order)
    {
        var earlyOpponent = order.CreatesOpponentFirst ? Contestant.Enter(order.Opponent) : null;
        var subject = Contestant.Enter(order.Subject, order.Handicap);
        var opponent = earlyOpponent ?? Contestant.Enter(order.Opponent);
        List<double> ofSubject = [],
            ofOpponent = [];
        var clock = Stopwatch.StartNew();
        do
        {
            if (order.OpponentBegins == (ofSubject.Count % 2 == 0))
            {
                ofOpponent.Add(opponent.Slice());
                ofSubject.Add(subject.Slice());
            }
            else
            {
                ofSubject.Add(subject.Slice());
                ofOpponent.Add(opponent.Slice());
            }
        } while (!IsOver(ofSubject.Count, clock.Elapsed));

        subject.Leave();
        opponent.Leave();
        return new(
            order.Opponent.Engine,
            order.Opponent.Case,
            [.. ofSubject.Zip(ofOpponent, (mine, other) => Rounded(mine / other))],
            RoundStatistics.Median(ofSubject),
            RoundStatistics.Median(ofOpponent)
        );
    }

    // No exchange is as precise as a hundred thousandth, and all of them go into the run file.
    private static double Rounded(double ratio) =>
        double.Parse(
            ratio.ToString("G5", CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );

    private static bool IsOver(int exchanges, TimeSpan elapsed) =>
        exchanges == MostExchanges || elapsed > TooLong || (elapsed > Enough && exchanges % 2 == 0);
}
