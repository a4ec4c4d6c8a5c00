using Memory64.Results.RunFiles;

namespace Memory64.Results.Tables;

/// <summary>A run with the figures of its cases, each computed once for all tables, charts and sentences.</summary>
public sealed class RunResults
{
    private readonly Dictionary<string, CaseResult> byId;

    private RunResults(RunFile run, IReadOnlyList<CaseResult> cases)
    {
        Run = run;
        Cases = cases;
        byId = cases.ToDictionary(c => c.Case.Id);
    }

    /// <summary>The run as recorded.</summary>
    public RunFile Run { get; }

    /// <summary>All cases with their figures, in <see cref="CaseOrder"/>.</summary>
    public IReadOnlyList<CaseResult> Cases { get; }

    /// <summary>Computes the figures of a run.</summary>
    /// <param name="run">A valid run.</param>
    public static RunResults Of(RunFile run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(run, [.. run.Cases.Order(CaseOrder.Instance).Select(CaseResult.Of)]);
    }

    /// <summary>The case of an id; null where the run doesn't have it.</summary>
    /// <param name="id">The case's id.</param>
    public CaseResult? Find(string id) => byId.GetValueOrDefault(id);
}
