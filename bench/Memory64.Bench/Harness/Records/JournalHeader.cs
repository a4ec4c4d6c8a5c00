using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Running;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Harness.Records;

/// <summary>The first line of a journal: the plan of its run, and what must not have changed when the run goes on.</summary>
public sealed record JournalHeader
{
    /// <summary>The one format that this program goes on with.</summary>
    public const int CurrentFormat = 4;

    /// <summary>The journal's format.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The profile.</summary>
    public required Profile Profile { get; init; }

    /// <summary>Rounds of each case; 1 or more.</summary>
    public required int Rounds { get; init; }

    /// <summary>How long the run may take.</summary>
    public required TimeSpan Budget { get; init; }

    /// <summary>Whether undecided duels get more rounds.</summary>
    public required bool DecidesMore { get; init; }

    /// <summary>Whether the proof before the first round passed, or was left out; a run whose proof failed ends with 1.</summary>
    public required bool Verified { get; init; }

    /// <summary>What BenchmarkDotNet was told.</summary>
    public required IReadOnlyList<string> BenchmarkDotNet { get; init; }

    /// <summary>What the cases are given from outside.</summary>
    public Inputs Inputs { get; init; } = Inputs.None;

    /// <summary>The machine.</summary>
    public required RunMachine Machine { get; init; }

    /// <summary>The build of this program.</summary>
    public required RunSuite Suite { get; init; }

    /// <summary>The engines, in the order in which they take turns.</summary>
    public required IReadOnlyList<PlannedEngine> Engines { get; init; }

    /// <summary>Every case on every engine, in the order of a round.</summary>
    public required IReadOnlyList<JournalCase> Cases { get; init; }

    /// <summary>The first line of a run that is about to be measured.</summary>
    public static JournalHeader Of(
        MeasurementPlan plan,
        RunMachine machine,
        RunSuite suite,
        DateTimeOffset started,
        IReadOnlyList<string> benchmarkDotNet,
        bool verified
    ) =>
        new()
        {
            Started = started,
            Inputs = plan.Cases[0].Case.Catalog.Inputs,
            Profile = plan.Profile,
            Rounds = plan.Rounds,
            Budget = plan.Budget,
            DecidesMore = plan.DecidesMore,
            Verified = verified,
            BenchmarkDotNet = benchmarkDotNet,
            Machine = machine,
            Suite = suite,
            Engines = [.. plan.Engines],
            Cases = [.. plan.Cases.Select(JournalCase.Of)],
        };
}
