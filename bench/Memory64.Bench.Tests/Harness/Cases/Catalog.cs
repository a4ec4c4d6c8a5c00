using Memory64.Bench.Benchmarks.Modules;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Tests.Harness.Cases;

/// <summary>The cases of a suite that nothing is given from outside.</summary>
internal static class Catalog
{
    private static readonly CaseCatalog Own = new(Inputs.None);

    internal static IReadOnlyList<Case> All => Own.All;

    /// <summary>Those too that there are of a module of the user's, called in an instance that stays and in fresh ones.</summary>
    internal static IReadOnlyList<Case> WithInputs { get; } =
    [
        .. Own.All,
        .. new CaseCatalog(ModuleInputs(isFresh: false)).All.Skip(Own.All.Count),
        .. new CaseCatalog(ModuleInputs(isFresh: true))
            .All.Skip(Own.All.Count)
            .Where(c => c.Method == "RunFresh"),
    ];

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

    private static Inputs ModuleInputs(bool isFresh) =>
        new()
        {
            Options = new ModuleRequest
            {
                Files = ModuleFile.Of([
                    Path.Combine(Repository.Root, "guest", "wasm", "access-m32.wasm"),
                ]),
                Invoke = "pages",
                IsFresh = isFresh,
            }.ToOptions(),
        };
}
