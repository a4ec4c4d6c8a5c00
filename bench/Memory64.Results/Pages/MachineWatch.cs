using System.Globalization;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Pages;

/// <summary>
/// How the machine was while it measured, by the fixed loop that each round times: the fastest round of all is the machine at its
/// best.
/// </summary>
/// <param name="engines">All engines of the machine.</param>
internal sealed class MachineWatch(IEnumerable<MeasuredEngine> engines)
{
    private readonly double? _best = engines
        .SelectMany(e => Values(e.Run, RoundMetric.SpeedLoopNs))
        .Min(loop => (double?)loop);

    /// <summary>The slowest and the fastest round of a run, such as <c>41–97 %</c>; null where it wasn't watched.</summary>
    public string? Speed(RunFile run) =>
        Shares(run) is var (slowest, fastest) ? $"{slowest}–{fastest} %" : null;

    /// <summary>The same in a sentence, with what was taken from the run; null where it wasn't watched.</summary>
    public string? Sentence(RunFile run)
    {
        if (Shares(run) is not var (slowest, fastest))
        {
            return null;
        }

        var stolen = Sum(run, RoundMetric.StolenMs) is { } milliseconds
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" The host took {milliseconds / 1000:0.0} s of processor time for others"
            )
            : "";
        var switches = Sum(run, RoundMetric.InvoluntarySwitches) is { } count
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{(stolen.Length > 0 ? "," : "")} the system took the processor from the rounds {count:0} times"
            )
            : "";
        var taken = stolen + switches;
        return $"The machine ran at {slowest} % to {fastest} % of its best.{taken}{(taken.Length > 0 ? "." : "")}";
    }

    // In percent of the best.
    private (string Slowest, string Fastest)? Shares(RunFile run)
    {
        List<double> loops = [.. Values(run, RoundMetric.SpeedLoopNs)];
        return _best is { } best && loops.Count > 0
            ? (Percent(best / loops.Max()), Percent(best / loops.Min()))
            : null;
    }

    private static double? Sum(RunFile run, string metric)
    {
        List<double> values = [.. Values(run, metric)];
        return values.Count > 0 ? values.Sum() : null;
    }

    private static IEnumerable<double> Values(RunFile run, string metric) =>
        from c in run.Cases
        from round in c.Rounds
        where round.Metrics.ContainsKey(metric)
        select round.Metrics[metric];

    private static string Percent(double share) =>
        (share * 100).ToString("0", CultureInfo.InvariantCulture);
}
