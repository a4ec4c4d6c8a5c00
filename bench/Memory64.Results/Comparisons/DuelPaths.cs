using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Comparisons;

/// <summary>
/// By which duels two runs are joined, case by case: by their own, or over the fewest engines between, whose ratios are then
/// multiplied.
/// </summary>
internal sealed class DuelPaths
{
    private readonly RunFile _base;
    private readonly RunFile _new;
    private readonly List<RunFile> _runs;
    private readonly Dictionary<RunFile, Dictionary<string, RunCase>> _cases;

    /// <summary>Knows the cases of all runs.</summary>
    /// <param name="baseRun">Where paths begin.</param>
    /// <param name="newRun">Where they end.</param>
    /// <param name="between">Other runs; those of another machine or of the same two are left out.</param>
    public DuelPaths(RunFile baseRun, RunFile newRun, IEnumerable<RunFile> between)
    {
        _base = baseRun;
        _new = newRun;
        _runs =
        [
            newRun,
            // In an order of their own: of two ways of as many steps it decides, not what the caller happened to list first.
            .. between
                .Where(run =>
                    run.Machine.IsSame(newRun.Machine)
                    && run.Engine.Sha256 != newRun.Engine.Sha256
                    && run.Engine.Sha256 != baseRun.Engine.Sha256
                )
                .OrderBy(run => run.Engine.Version, NaturalComparer.Instance),
        ];
        // By reference: the hash of a run's record is that of its machine, engine and suite.
        _cases = new(ReferenceEqualityComparer.Instance);
        foreach (var run in _runs.Append(baseRun))
        {
            _cases[run] = run
                .Cases.Where(c => c.Status == CaseStatus.Measured)
                .ToDictionary(c => c.Id, StringComparer.Ordinal);
        }
    }

    /// <summary>The steps from BASE to NEW; empty where the two are not joined.</summary>
    public IReadOnlyList<DuelStep> Path(string id)
    {
        if (!_base.Machine.IsSame(_new.Machine))
        {
            return [];
        }

        // Breadth first, so that the first way found has the fewest steps.
        var ways = new Queue<(RunFile At, IReadOnlyList<DuelStep> Steps)>([(_base, [])]);
        List<RunFile> left = [.. _runs];
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in left.ToList())
            {
                if (Step(way.At, next, id) is { } step)
                {
                    IReadOnlyList<DuelStep> steps = [.. way.Steps, step];
                    if (next == _new)
                    {
                        return steps;
                    }

                    _ = left.Remove(next);
                    ways.Enqueue((next, steps));
                }
            }
        }

        return [];
    }

    private DuelStep? Step(RunFile from, RunFile to, string id)
    {
        if (
            !_cases[from].TryGetValue(id, out var older)
            || !_cases[to].TryGetValue(id, out var newer)
            || older.Guest?.Sha256 != newer.Guest?.Sha256
            || older.Input?.Sha256 != newer.Input?.Sha256
        )
        {
            return null;
        }

        return DuelStep.Of(newer, to.Engine, from.Engine)
            ?? DuelStep.Of(older, from.Engine, to.Engine)?.Back;
    }
}
