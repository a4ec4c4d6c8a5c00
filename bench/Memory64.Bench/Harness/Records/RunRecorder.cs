using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Records;

/// <summary>Collects the rounds of a measurement and makes one run file an engine of them.</summary>
public sealed class RunRecorder(
    MeasurementPlan plan,
    RunMachine machine,
    RunSuite suite,
    DateTimeOffset started
) : IMeasurementObserver
{
    /// <summary>What the budget left out of a case, in words; <see langword="null"/> where nothing.</summary>
    public Func<PlannedCase, string?> LeftOut { get; init; } = _ => null;

    /// <summary>The code of the loop that a case times; <see langword="null"/> where it isn't known.</summary>
    public Func<PlannedCase, RunCode?> CodeOf { get; init; } = _ => null;

    /// <summary>What measures.</summary>
    public RunMachine Machine { get; } = machine;

    private static readonly Dictionary<string, double> NoMetrics = [];

    private readonly List<RoundResult> _results = [];

    /// <summary>All rounds, those of earlier sittings included, in the order in which they ended.</summary>
    public IReadOnlyList<RoundResult> Rounds => _results;

    /// <summary>What readers must know of every row that was measured; <see langword="null"/> where nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>Cases that are recorded as failed, each with the reason that is recorded.</summary>
    public IReadOnlyList<(PlannedCase Planned, string Reason)> Failures
    {
        get
        {
            var rounds = _results.ToLookup(result => result.Planned);
            return
            [
                .. from planned in plan.Cases
                let outcome = StatusOf(planned, [.. rounds[planned]])
                where outcome.Status == CaseStatus.Failed
                select (planned, outcome.Reason!),
            ];
        }
    }

    /// <inheritdoc/>
    public void RoundStarted(PlannedCase planned, int round) { }

    /// <inheritdoc/>
    public void RoundEnded(RoundResult result) => _results.Add(result);

    /// <summary>The record of an engine: every planned case, whatever became of it.</summary>
    public RunFile Record(PlannedEngine engine)
    {
        var rounds = _results.ToLookup(result => result.Planned);
        return new RunFile
        {
            Machine = Machine,
            Engine = Record(engine.Build),
            Suite = suite,
            Started = started,
            Profile = plan.Profile.ToString().ToLowerInvariant(),
            Cases =
            [
                .. plan
                    .Cases.Where(planned => planned.Engine == engine)
                    .Select(planned => Record(planned, [.. rounds[planned]])),
            ],
        };
    }

    /// <summary>Ids of an engine's cases that the budget left out, wholly or of some rounds.</summary>
    public IReadOnlySet<string> CutShort(PlannedEngine engine) =>
        plan
            .Cases.Where(planned => planned.Engine == engine && LeftOut(planned) is not null)
            .Select(planned => planned.Case.Id)
            .ToHashSet(StringComparer.Ordinal);

    private RunCase Record(PlannedCase planned, IReadOnlyList<RoundResult> results)
    {
        var measured = planned.Case;
        var description = measured.Description;
        var (status, reason) = StatusOf(planned, results);
        return new RunCase
        {
            Id = measured.Id,
            Benchmark = measured.Benchmark,
            Method = measured.Method,
            Parameters = new(measured.Parameters, StringComparer.Ordinal),
            Controls = new(measured.Controls, StringComparer.Ordinal),
            Unit = description.Unit,
            Operations = description.Operations,
            Bytes = description.Bytes,
            Guest = description.Guest is { } guest
                ? new RunGuest { Name = guest.Name, Sha256 = guest.Sha256 }
                : null,
            Input = description.Input,
            Settings =
                planned.Engine.Build.Kind == EngineKind.Wasmtime
                    ? new(description.Settings.Describe(), StringComparer.Ordinal)
                    : new(StringComparer.Ordinal),
            Status = status,
            Reason = status == CaseStatus.Measured ? RemarkOn(planned) : reason,
            Rounds =
            [
                .. results
                    .Where(result => result.Outcome.Failure is null && result.Iterations.Count > 0)
                    .Select(result => new RunRound
                    {
                        Iterations = result.Iterations,
                        ResidentBytes = result.Outcome.ResidentBytes,
                        MinorFaults = result.Outcome.MinorFaults,
                        MajorFaults = result.Outcome.MajorFaults,
                        Metrics = new(result.Outcome.Metrics ?? NoMetrics, StringComparer.Ordinal),
                    }),
            ],
            Duels = [.. planned.Duels.Select(duel => Record(planned, duel, results))],
            Code = status == CaseStatus.Measured ? CodeOf(planned) : null,
        };
    }

    private static RunDuel Record(
        PlannedCase planned,
        PlannedDuel duel,
        IReadOnlyList<RoundResult> results
    ) =>
        new()
        {
            Engine = duel.Engine == planned.Engine ? null : Record(duel.Engine.Build),
            Case = duel.Case.Id,
            Reason = duel.SkipReason,
            Rounds =
            [
                .. from result in results
                where result.Outcome.Failure is null
                from outcome in result.Outcome.Duels ?? []
                where (outcome.Engine, outcome.Case) == (duel.Engine.Id, duel.Case.Id)
                select new RunDuelRound
                {
                    Ratio = outcome.Ratio,
                    Creations = outcome.Creations,
                    Clock = outcome.Clock,
                    WallRatio = outcome.WallRatio,
                    Subject = outcome.Subject,
                    Opponent = outcome.Opponent,
                },
            ],
        };

    /// <summary>A build as run files name it.</summary>
    public static RunEngine Record(EngineBuild build) =>
        new()
        {
            Version = build.Version,
            Origin = build.Origin,
            Runtime = build.Runtime,
            Sha256 = build.Sha256,
        };

    private string? RemarkOn(PlannedCase planned)
    {
        string[] remarks =
        [
            .. new[] { Remark, planned.Case.Description.Remark, LeftOut(planned) }.OfType<string>(),
        ];
        return remarks.Length == 0 ? null : string.Join("; ", remarks);
    }

    private (CaseStatus Status, string? Reason) StatusOf(
        PlannedCase planned,
        IReadOnlyList<RoundResult> results
    )
    {
        if (planned.SkipReason is { } skipped)
        {
            return (CaseStatus.Skipped, skipped);
        }

        if (results.FirstOrDefault(result => result.Outcome.Failure is not null) is { } failed)
        {
            return (CaseStatus.Failed, $"round {failed.Round}: {failed.Outcome.Failure}");
        }

        return results.Any(result => result.Iterations.Count > 0 || result.Outcome.Duels is [_, ..])
                ? (CaseStatus.Measured, null)
            : LeftOut(planned) is { } leftOut ? (CaseStatus.Skipped, leftOut)
            : (CaseStatus.Failed, "no round ended; the log says why");
    }
}
