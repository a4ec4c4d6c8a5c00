using System.Security.Cryptography;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Running;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Records;

/// <summary>A run that goes on: its plan, and the rounds that have ended.</summary>
/// <param name="Plan">The plan as it was, with the reasons for what is skipped.</param>
/// <param name="Ended">The rounds of the journal, in their order.</param>
public sealed record RestoredRun(MeasurementPlan Plan, IReadOnlyList<RoundResult> Ended)
{
    /// <summary>Makes the plan of a journal again. Rounds of two machines, builds or engines are not one run.</summary>
    /// <param name="unfinished">The journal.</param>
    /// <param name="machine">This machine.</param>
    /// <param name="suite">This build of the program.</param>
    /// <param name="availableBytes">Memory that may be used now.</param>
    /// <exception cref="MeasurementException">Machine, program, engine, guest or settings are not what they were.</exception>
    public static RestoredRun Of(
        UnfinishedRun unfinished,
        RunMachine machine,
        RunSuite suite,
        ulong availableBytes
    )
    {
        var header = unfinished.Header;
        Require(
            unfinished,
            header.Format == JournalHeader.CurrentFormat ? null : "its format is another"
        );
        Require(
            unfinished,
            RecordDifference.Find("machine", Comparable(header.Machine), Comparable(machine))
        );
        Require(unfinished, RecordDifference.Find("program", header.Suite, suite));
        foreach (var engine in header.Engines)
        {
            Require(unfinished, DifferenceOf(engine));
        }

        var engines = header.Engines.ToDictionary(engine => engine.Id, StringComparer.Ordinal);
        var catalog = new CaseCatalog(header.Inputs);
        List<PlannedCase> cases = [];
        foreach (var planned in header.Cases)
        {
            var today = catalog.Find(planned.Id);
            Require(
                unfinished,
                today is null
                    ? $"{planned.Id}: there is no such case any more"
                    : planned.Difference(today)
            );
            cases.Add(
                new(engines[planned.Engine], today!, planned.SkipReason)
                {
                    Duels =
                    [
                        .. planned.Duels.Select(duel =>
                            Restore(unfinished, duel, engines, catalog)
                        ),
                    ],
                }
            );
        }

        var plan = new MeasurementPlan(header.Profile, header.Rounds, cases)
        {
            Budget = header.Budget,
            DecidesMore = header.DecidesMore,
        };
        var measured = plan.Measured.ToDictionary(planned => (planned.Engine.Id, planned.Case.Id));
        List<RoundResult> ended = [];
        foreach (var round in unfinished.Rounds)
        {
            var planned = measured.GetValueOrDefault((round.Engine, round.Id));
            Require(
                unfinished,
                planned is null ? $"{round.Id} on {round.Engine} isn't in its plan" : null
            );
            ended.Add(round.ToResult(planned!));
        }

        RequireMemory(unfinished, plan, ended, availableBytes);
        return new(plan, ended);
    }

    private static PlannedDuel Restore(
        UnfinishedRun unfinished,
        JournalDuel duel,
        Dictionary<string, PlannedEngine> engines,
        CaseCatalog catalog
    )
    {
        var opponent = catalog.Find(duel.Id);
        Require(unfinished, opponent is null ? $"{duel.Id}: there is no such case any more" : null);
        return new(engines[duel.Engine], opponent!, duel.IsSecondLoad, duel.SkipReason);
    }

    // The system's share of the memory differs a little from one start of a machine to the next; its id has the rest.
    private static RunMachine Comparable(RunMachine machine) => machine with { MemoryBytes = 0 };

    private static string? DifferenceOf(PlannedEngine engine)
    {
        var path = engine.Build.LibraryPath;
        if (!File.Exists(path))
        {
            return $"engine {engine.Id} is gone from {path}";
        }

        using var library = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(library)) == engine.Build.Sha256
            ? null
            : $"engine {engine.Id} is another build";
    }

    // What was skipped stays skipped; what was begun must be able to end.
    private static void RequireMemory(
        UnfinishedRun unfinished,
        MeasurementPlan plan,
        IReadOnlyList<RoundResult> ended,
        ulong availableBytes
    )
    {
        var rounds = ended.CountBy(result => result.Planned).ToDictionary();
        foreach (
            var planned in plan.Measured.Where(planned =>
                rounds.GetValueOrDefault(planned) < plan.Rounds
            )
        )
        {
            Require(
                unfinished,
                MemoryPreflight.ReasonToSkip(
                    planned.Case.Description.ResidentBytesOn(planned.Engine.Build.Kind),
                    availableBytes
                )
                    is { } reason
                    ? $"{planned.Case.Id} {reason}"
                    : null
            );
        }
    }

    private static void Require(UnfinishedRun unfinished, string? difference)
    {
        if (difference is not null)
        {
            throw new MeasurementException(
                $"the run in {unfinished.Path} can't go on: {OneLine.Of(difference)}; put that right, or drop the run by {Repository.Launcher} --restart"
            );
        }
    }
}
