using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Tests.Harness.Cases;

/// <summary>The cases of a suite that nothing is given from outside.</summary>
internal static class Catalog
{
    private static readonly CaseCatalog Own = new(Inputs.None);

    internal static IReadOnlyList<Case> All => Own.All;

    internal static Case Named(string id) =>
        Own.Find(id) ?? throw new ArgumentException($"there is no case {id}", nameof(id));
}
