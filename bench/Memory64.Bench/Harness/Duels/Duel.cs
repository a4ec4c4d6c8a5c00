using System.Diagnostics;
using System.Globalization;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Measured;
using Memory64.Results.Statistics;

namespace Memory64.Bench.Harness.Duels;

/// <summary>
/// Two sides alive in one process, in turns, a slice of each an exchange: whatever the machine does meanwhile, it does to both. So
/// a ratio is measured as a ratio (L. Bulej et al., "Duet benchmarking: improving measurement accuracy in the cloud", ICPE 2020).
/// </summary>
/// <remarks>
/// Where a side lies in memory is chance, and not the same chance for who is created first: a slot of a pool that shares page tables
/// with something else costs up to twice as much. So both are created anew, in the other order and elsewhere, as often as that takes
/// no time.
/// </remarks>
internal static class Duel
{
    private const int MostExchanges = 100;

    private const string AnyGuest = "instantiation-m32-64KiB";

    // An even number, so that each side is created first as often as the other.
    private const int Creations = 4;

    private const int MostShiftedPages = 1 << 18;

    // Ten exchanges of a millisecond a side for each creation. What takes longer has fewer of them: each order once, if there is time.
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(20),
        TooLong = TimeSpan.FromSeconds(1),
        QuickSetup = TimeSpan.FromMilliseconds(40);

    /// <summary>Fights the duels that this process was told to, one after the other; null where there are none.</summary>
    public static IReadOnlyList<DuelOutcome>? FightAll()
    {
        var orders = DuelOrder.Read();

        // All libraries before any memory, and each has compiled something: neither they nor their threads, which begin with that,
        // come to lie beside the memory of one side only.
        foreach (var library in orders.Select(order => order.Opponent.Library).Distinct())
        {
            using var compiled = new CompiledGuest(
                Guest.Named(AnyGuest),
                EngineConfiguration.Default,
                ProcessEngine.Load(library)
            );
        }

        return orders.Count == 0 ? null : [.. orders.Select(FightOrExplain)];
    }

    // What failed may be either side; the process measures the subject alone.
    private static DuelOutcome FightOrExplain(DuelOrder order)
    {
        try
        {
            return Fight(order);
        }
        catch (Exception exception)
        {
            throw new MeasurementException(
                $"in the duel with {order.Opponent.Case} on {order.Opponent.Engine}: {exception.Message}",
                exception
            );
        }
    }

    /// <summary>Fights one. Both sides pass their assertions before, and their checks after it.</summary>
    public static DuelOutcome Fight(DuelOrder order) => Fight(order, TooLong);

    /// <summary>Likewise, with as much patience as is asked for.</summary>
    /// <param name="order">The sides.</param>
    /// <param name="tooLong">After so long no other exchange begins, and nothing is created anew; there is always one.</param>
    internal static DuelOutcome Fight(DuelOrder order, TimeSpan tooLong)
    {
        List<(double Subject, double Opponent)> exchanges = [];
        for (var left = Creations; left > 0; left--)
        {
            var clock = Stopwatch.StartNew();
            using var shift = RandomShift();
            var pair = Enter(order, opponentFirst: order.CreatesOpponentFirst == (left % 2 == 0));
            var isQuick = clock.Elapsed <= QuickSetup;
            Exchange(order, pair, exchanges, isQuick ? Enough : left * Enough, tooLong);
            pair.Subject.Leave();
            pair.Opponent.Leave();
            if (!isQuick || clock.Elapsed > tooLong)
            {
                // What takes so long to set up, or to do once, is not created anew.
                break;
            }
        }

        return new(
            order.Opponent.Engine,
            order.Opponent.Case,
            [.. exchanges.Select(e => Rounded(e.Subject / e.Opponent))],
            RoundStatistics.Median([.. exchanges.Select(e => e.Subject)]),
            RoundStatistics.Median([.. exchanges.Select(e => e.Opponent)])
        );
    }

    private static (Contestant Subject, Contestant Opponent) Enter(
        DuelOrder order,
        bool opponentFirst
    )
    {
        var early = opponentFirst ? Contestant.Enter(order.Opponent) : null;
        var subject = Contestant.Enter(order.Subject, order.Handicap);
        var opponent = early ?? Contestant.Enter(order.Opponent);
        return subject.Answer == opponent.Answer
            ? (subject, opponent)
            : throw new MeasurementException(
                $"the sides compute something different: {subject.Answer:X} and {opponent.Answer:X}"
            );
    }

    private static void Exchange(
        DuelOrder order,
        (Contestant Subject, Contestant Opponent) pair,
        List<(double, double)> exchanges,
        TimeSpan enough,
        TimeSpan tooLong
    )
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        do
        {
            if (order.OpponentBegins == (count % 2 == 0))
            {
                var opponent = pair.Opponent.Slice();
                exchanges.Add((pair.Subject.Slice(), opponent));
            }
            else
            {
                var subject = pair.Subject.Slice();
                exchanges.Add((subject, pair.Opponent.Slice()));
            }

            count++;
        } while (
            exchanges.Count < MostExchanges
            && clock.Elapsed < tooLong
            && (clock.Elapsed < enough || count % 2 == 1)
        );
    }

    // Address space up to a GiB that nobody touches: without it, what is created anew would lie where it lay before.
    private static SystemMemory RandomShift() =>
        new((ulong)Random.Shared.Next(1, MostShiftedPages) * (ulong)Environment.SystemPageSize);

    // No exchange is as precise as a hundred thousandth, and all of them go into the run file.
    private static double Rounded(double ratio) =>
        double.Parse(
            ratio.ToString("G5", CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );
}
