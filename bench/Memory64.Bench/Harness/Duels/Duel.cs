using System.Diagnostics;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Machines.Noise;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Bench.Harness.Measured;
using Memory64.Results.RunFiles.Records;
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
    private const int MostExchanges = 200;

    // An even number, so that each side is created first as often as the other. So many because where memories come to lie decides more
    // than the clock: writes of 8 bytes of an engine over itself, medians of a process, at a load of 4 to 7 on two cores, scattered by
    // 13 % with 1 creation of 200 exchanges, 6 % with 2, 2.5 % with 4, 1.4 % with 8, 0.6 % with 16 and 0.2 % with 20 of 10; reads, which
    // don't care, by 0.1 to 0.3 % with any.
    private const int Creations = 20;

    private const int MostShiftedPages = 1 << 18;

    // From here on the system is likely to take the core within a slice: then the thread's own time is the better clock.
    private const double LongSliceNanoseconds = 1e6;

    // Ten exchanges of 0.1 ms a side take 2 ms for each creation, and several times that on a busy machine. What takes longer has
    // fewer of them: each order once, if there is time.
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(10),
        TooLong = TimeSpan.FromSeconds(1),
        LongSetup = TimeSpan.FromMilliseconds(300),
        MostSetups = TimeSpan.FromMilliseconds(100);

    /// <summary>Fights one. Both sides pass their assertions before, and their checks after it.</summary>
    /// <param name="order">The sides.</param>
    /// <param name="inputs">What both are given from outside.</param>
    /// <exception cref="MeasurementException">Something of it failed; it may be of either side.</exception>
    public static DuelOutcome Fight(DuelOrder order, Inputs inputs)
    {
        try
        {
            return Fight(order, inputs, TooLong);
        }
        catch (Exception exception)
        {
            throw new MeasurementException(
                $"in the duel with {order.Opponent.Case} on {order.Opponent.Engine}: {exception.Message}",
                exception
            );
        }
    }

    /// <summary>Fights it with as much patience as is asked for.</summary>
    /// <param name="order">The sides.</param>
    /// <param name="inputs">What both are given from outside.</param>
    /// <param name="tooLong">After so long no other exchange begins, and nothing is created anew; there is always one.</param>
    internal static DuelOutcome Fight(DuelOrder order, Inputs inputs, TimeSpan tooLong)
    {
        using var core = SameCore.For(order.IsAllHere ? [] : LoadedEngines.Processes);
        List<Exchange> exchanges = [];
        List<DuelCreation> creations = [];
        DuelClock? clock = null;
        var setups = TimeSpan.Zero;
        for (var left = Creations; left > 0; left--)
        {
            var watch = Stopwatch.StartNew();
            using var shift = RandomShift();
            var pair = Enter(order, inputs, left);
            // The first one compiles guests and code of this program.
            setups += creations.Count > 0 ? watch.Elapsed : TimeSpan.Zero;
            var isLast =
                left == 1
                || (
                    creations.Count > 0
                        ? setups + watch.Elapsed > MostSetups
                        : watch.Elapsed > LongSetup
                );
            TouchBoth(pair);
            var share = isLast ? left : 1;
            var fought = Take(
                order,
                pair,
                share * MostExchanges / Creations,
                share * Enough,
                tooLong
            );
            clock ??= ClockFor(pair, fought);
            exchanges.AddRange(fought);
            creations.Add(DuelCreation.Of([.. fought.Select(e => e.Ratio(clock.Value))]));
            pair.Subject.Leave();
            pair.Opponent.Leave();
            if (isLast || watch.Elapsed > tooLong)
            {
                // What takes long to set up, or to do once, is not created anew.
                break;
            }
        }

        return new(
            order.Opponent.Engine,
            order.Opponent.Case,
            RatioBy(clock!.Value),
            creations,
            RoundStatistics.Median([.. exchanges.Select(e => e.Subject.By(clock.Value))]),
            RoundStatistics.Median([.. exchanges.Select(e => e.Opponent.By(clock.Value))]),
            clock.Value,
            clock == DuelClock.Thread ? RatioBy(DuelClock.Wall) : null
        );

        double RatioBy(DuelClock by) =>
            RoundStatistics.Median([.. exchanges.Select(e => e.Ratio(by))]);
    }

    /// <summary>Sets both sides up and down once: so guests are compiled, and code of this program, before one is fought.</summary>
    /// <param name="order">The sides.</param>
    /// <param name="inputs">What both are given from outside.</param>
    public static void Rehearse(DuelOrder order, Inputs inputs)
    {
        var pair = Enter(order, inputs, creation: 0);
        _ = Take(order, pair, most: 2, enough: TimeSpan.Zero, tooLong: TimeSpan.Zero);
        pair.Subject.Leave();
        pair.Opponent.Leave();
    }

    private static (Contestant Subject, Contestant Opponent) Enter(
        DuelOrder order,
        Inputs inputs,
        int creation
    )
    {
        var sides = order.SidesOf(creation);
        var early = sides.OpponentFirst ? EnterOpponent() : null;
        var subject = Contestant.Enter(sides.Subject, order.IsAllHere, inputs, order.Handicap);
        var opponent = early ?? EnterOpponent();
        return subject.DifferenceFrom(opponent) is { } difference
            ? throw new MeasurementException(
                $"the sides compute something different: the side {difference}"
            )
            : (subject, opponent);

        Contestant EnterOpponent() => Contestant.Enter(sides.Opponent, order.IsAllHere, inputs);
    }

    // A slice of each that doesn't count: else whoever came first would pay for page tables that the host took back.
    private static void TouchBoth((Contestant Subject, Contestant Opponent) pair)
    {
        if (pair.Subject.RepeatsSlices && pair.Opponent.RepeatsSlices)
        {
            _ = pair.Subject.Slice();
            _ = pair.Opponent.Slice();
        }
    }

    private static DuelClock ClockFor(
        (Contestant Subject, Contestant Opponent) pair,
        IReadOnlyList<Exchange> exchanges
    )
    {
        var longest = Math.Max(
            pair.Subject.OperationsOfSlice
                * RoundStatistics.Median([.. exchanges.Select(e => e.Subject.Wall)]),
            pair.Opponent.OperationsOfSlice
                * RoundStatistics.Median([.. exchanges.Select(e => e.Opponent.Wall)])
        );
        return
            longest > LongSliceNanoseconds
            && ThreadClock.IsSupported
            && pair.Subject.IsOnOneThread
            && pair.Opponent.IsOnOneThread
            ? DuelClock.Thread
            : DuelClock.Wall;
    }

    private static List<Exchange> Take(
        DuelOrder order,
        (Contestant Subject, Contestant Opponent) pair,
        int most,
        TimeSpan enough,
        TimeSpan tooLong
    )
    {
        var watch = Stopwatch.StartNew();
        List<Exchange> exchanges = [];
        do
        {
            if (order.OpponentBegins == (exchanges.Count % 2 == 0))
            {
                var opponent = pair.Opponent.Slice();
                exchanges.Add(new(pair.Subject.Slice(), opponent));
            }
            else
            {
                var subject = pair.Subject.Slice();
                exchanges.Add(new(subject, pair.Opponent.Slice()));
            }
        } while (
            exchanges.Count < most
            && watch.Elapsed < tooLong
            && (watch.Elapsed < enough || exchanges.Count % 2 == 1)
        );
        return exchanges;
    }

    // Address space up to a GiB that nobody touches: without it, what is created anew would lie where it lay before.
    private static SystemMemory RandomShift() =>
        new((ulong)Random.Shared.Next(1, MostShiftedPages) * (ulong)Environment.SystemPageSize);
}
