using Memory64.Results.Relations;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Comparisons;

/// <summary>Two runs case by case: of two engines, of two machines, or of one and the same (A/A).</summary>
public sealed record Comparison
{
    internal Comparison() { }

    /// <summary>What is compared with.</summary>
    public required ComparisonSide Base { get; init; }

    /// <summary>What is compared.</summary>
    public required ComparisonSide New { get; init; }

    /// <summary>Alpha and threshold of the verdicts.</summary>
    public required ComparisonOptions Options { get; init; }

    /// <summary>The cases that both runs measured, in <see cref="CaseSequence"/>.</summary>
    public required IReadOnlyList<ComparedCase> Cases { get; init; }

    /// <summary>All other cases of the two runs, in <see cref="CaseSequence"/>.</summary>
    public required IReadOnlyList<UncomparedCase> Uncompared { get; init; }

    /// <summary>
    /// Whether both sides of every case met the same machine, in duels or because one run interleaved their rounds. Where not, a
    /// machine that was slower or faster in between counts as well.
    /// </summary>
    public bool IsInterleaved => Cases.All(c => c.IsInterleaved);

    /// <summary>The cases of which the verdict says that they differ: where nothing differs (A/A) it is wrong.</summary>
    public IEnumerable<ComparedCase> Differing =>
        Cases.Where(c => c.Relation.Verdict is Verdict.Faster or Verdict.Slower);

    /// <summary>
    /// In what the two sides were measured otherwise, besides the engine, such as <c>Kernel: 5.10 in BASE, 6.18 in NEW</c>.
    /// </summary>
    public required IReadOnlyList<string> EnvironmentDifferences { get; init; }

    /// <summary>The cases that BASE measured and that failed in NEW, or that failed in a duel of the two.</summary>
    public IEnumerable<UncomparedCase> Lost => Uncompared.Where(c => c.IsLost);

    /// <summary>How many cases have which verdict.</summary>
    public ComparisonTotals Totals =>
        new(
            Count(Verdict.Faster),
            Count(Verdict.Slower),
            Count(Verdict.Same),
            Count(Verdict.SameWithin),
            Count(Verdict.Unsure),
            Count(Verdict.TooFewRounds),
            Uncompared.Count
        );

    /// <summary>
    /// Compares two runs. Every case of either is in the result once. Rounds of a case that failed later don't count.
    /// </summary>
    /// <param name="baseRun">A valid run: what is compared with.</param>
    /// <param name="newRun">A valid run: what is compared.</param>
    /// <param name="options">Alpha and threshold; the defaults where null.</param>
    /// <param name="between">
    /// Runs of other engines on that machine: by their duels two engines are compared that fought none; none where null.
    /// </param>
    /// <exception cref="ComparisonException">The two measured a case with different guests.</exception>
    public static Comparison Of(
        RunFile baseRun,
        RunFile newRun,
        ComparisonOptions? options = null,
        IEnumerable<RunFile>? between = null
    ) => new CaseComparer(baseRun, newRun, between ?? [], options ?? new()).Compare();

    /// <summary>
    /// Compares two engines by the duels that one of them fought against the other. Every case of the run is in the result once: those
    /// without a round of such a duel are not compared.
    /// </summary>
    /// <param name="newRun">A valid run of NEW, whose cases fought BASE; nobody need have measured BASE alone.</param>
    /// <param name="baseEngine">BASE.</param>
    /// <param name="baseCodeOf">The code of BASE's loop, by a case's id; null where it isn't known.</param>
    /// <param name="options">Alpha and threshold; the defaults where null.</param>
    public static Comparison OfDuels(
        RunFile newRun,
        RunEngine baseEngine,
        Func<string, RunCode?> baseCodeOf,
        ComparisonOptions? options = null
    ) => new DuelComparer(newRun, baseEngine, baseCodeOf, options ?? new()).Compare();

    private int Count(Verdict verdict) => Cases.Count(c => c.Relation.Verdict == verdict);
}
