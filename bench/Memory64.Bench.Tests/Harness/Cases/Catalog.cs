using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Tests.Harness.Cases;

/// <summary>The cases of a suite that nothing is given from outside.</summary>
internal static class Catalog
{
    private static readonly CaseCatalog Own = new(Inputs.None);

    internal static IReadOnlyList<Case> All => Own.All;

    internal static IReadOnlySet<string> Ids { get; } = Own.All.Select(c => c.Id).ToHashSet();

    /// <summary>The cases of a class; at least one.</summary>
    internal static IReadOnlyList<Case> Of(string benchmark)
    {
        List<Case> cases = [.. Own.All.Where(c => c.Benchmark == benchmark)];
        return cases.Count > 0
            ? cases
            : throw new ArgumentException($"there is no class {benchmark}", nameof(benchmark));
    }

    internal static Case Named(string id) =>
        Own.Find(id) ?? throw new ArgumentException($"there is no case {id}", nameof(id));
}
