using System.Text.Json;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Duels;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Rounds;

/// <summary>
/// This program as the process that measures: started anew for each round, told by one JSON document what to do, it gets ready, waits
/// until it is let, answers with a line a case and ends.
/// </summary>
public static class MeasuredProcess
{
    /// <summary>The one argument by which the program becomes it.</summary>
    public const string Argument = "measure";

    /// <summary>How a line begins that is a <see cref="CaseReport"/>; what else is written is BenchmarkDotNet's, for the log.</summary>
    public const string Prefix = "memory64: ";

    /// <summary>The line by which it is let.</summary>
    public const string Go = "go";

    private const string AnyGuest = "instantiation-m32-64KiB";

    /// <summary>Does what standard input says. A failed case ends it: what that left behind would be measured with the next.</summary>
    /// <returns>0, also where it was never let; 1 where a case failed.</returns>
    public static int Run()
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        return input.ReadLine() is { } order
            ? Run(
                JsonSerializer.Deserialize(order, RoundJson.Default.RoundOrder)!,
                () => input.ReadLine() == Go,
                output
            )
            : 0;
    }

    /// <summary>Does what an order says. A failed case ends it.</summary>
    /// <param name="order">What to do.</param>
    /// <param name="isLet">Waits until it is let; false where it never is.</param>
    /// <param name="output">Where its lines go.</param>
    internal static int Run(RoundOrder order, Func<bool> isLet, TextWriter output)
    {
        if (order.IsRehearsed)
        {
            Rehearse(order);
        }

        if (!isLet())
        {
            return 0;
        }

        // All levels before any duel: no level is measured with a second engine in its process.
        List<(IReadOnlyList<double> Iterations, RoundOutcome Outcome)> levels = [];
        for (var i = 0; i < order.Cases.Count; i++)
        {
            try
            {
                levels.Add(MeasureLevel(order.Cases[i], order.Inputs, new LogHost(output)));
            }
            catch (Exception exception)
            {
                Write(output, Failure(i, exception));
                return 1;
            }
        }

        PrepareEngines(order);
        for (var i = 0; i < order.Cases.Count; i++)
        {
            try
            {
                var duels = order.Cases[i].Duels;
                IReadOnlyList<DuelOutcome>? fought =
                    duels.Count == 0
                        ? null
                        : [.. duels.Select(duel => Duel.Fight(duel, order.Inputs))];
                Write(
                    output,
                    new(i, levels[i].Iterations, levels[i].Outcome with { Duels = fought })
                );
            }
            catch (Exception exception)
            {
                Write(output, Failure(i, exception));
                return 1;
            }
        }

        return 0;
    }

    private static (IReadOnlyList<double>, RoundOutcome) MeasureLevel(
        CaseOrder order,
        Inputs inputs,
        LogHost host
    )
    {
        if (order.Level is null)
        {
            return ([], new());
        }

        var meter = new RoundMeter();
        var live = new LiveCase(order.Subject, inputs, meter);
        live.SetUp();
        meter.Start();
        var iterations = Level.Measure(live, order.Subject.Operations, order.Level, host);
        meter.Stop();
        live.CleanUp();
        return (iterations, meter.Outcome());
    }

    // All libraries before any memory of a duel, and each has compiled something: neither they nor their threads, which begin with that,
    // come to lie beside the memory of one side only.
    private static void PrepareEngines(RoundOrder order)
    {
        foreach (
            var (kind, library) in order
                .Cases.SelectMany(c => c.Duels)
                .SelectMany(duel => new[] { duel.Subject, duel.Opponent })
                .Select(side => (side.Kind, side.Library))
                .Distinct()
        )
        {
            Try(() =>
            {
                using var guest = LoadedEngines.Of(kind, library).Open(Guest.Named(AnyGuest));
            });
        }
    }

    private static void Rehearse(RoundOrder order)
    {
        PrepareEngines(order);
        foreach (var duel in order.Cases.SelectMany(c => c.Duels))
        {
            Try(() => Duel.Rehearse(duel, order.Inputs));
        }
    }

    // What fails before its time fails again where it is reported.
    private static void Try(Action prepare)
    {
        try
        {
            prepare();
        }
        catch (Exception) { }
    }

    private static CaseReport Failure(int index, Exception exception) =>
        new(
            index,
            [],
            new() { Failure = OneLine.Of($"{exception.GetType().Name}: {exception.Message}") }
        );

    private static void Write(TextWriter output, CaseReport report) =>
        output.WriteLine(Prefix + JsonSerializer.Serialize(report, RoundJson.Default.CaseReport));
}
