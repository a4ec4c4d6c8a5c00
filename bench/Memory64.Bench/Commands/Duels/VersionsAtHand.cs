using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;
using Memory64.Results.RunFiles;

namespace Memory64.Bench.Commands.Duels;

/// <summary>The released versions that need no download, oldest first.</summary>
internal static class VersionsAtHand
{
    /// <summary>All of them, each once.</summary>
    public static IReadOnlyList<PlannedEngine> All() => Open(Versions());

    /// <summary>Those from one version to another, the two included, which may have to be fetched.</summary>
    /// <exception cref="UsageException">One of the two is no version, or they are the same.</exception>
    /// <exception cref="EngineException">One of the two can't be had.</exception>
    public static IReadOnlyList<PlannedEngine> Between(string from, string to)
    {
        foreach (var version in (string[])[from, to])
        {
            if (!EngineVersion.IsVersion(version))
            {
                throw new UsageException($"{version}: is no version; three numbers, as in 36.0.0");
            }
        }

        var order = NaturalComparer.Instance.Compare(from, to);
        if (order == 0)
        {
            throw new UsageException($"{from} {to}: are the same version; name two");
        }

        var (oldest, newest) = order < 0 ? (from, to) : (to, from);
        var ascending = Open([
            .. Versions()
                .Append(from)
                .Append(to)
                .Distinct(StringComparer.Ordinal)
                .Where(version =>
                    NaturalComparer.Instance.Compare(version, oldest) >= 0
                    && NaturalComparer.Instance.Compare(version, newest) <= 0
                ),
        ]);
        return order < 0 ? ascending : [.. ascending.Reverse()];
    }

    private static IEnumerable<string> Versions() =>
        EngineLocator
            .Store.AtHand()
            .Where(engine => engine.Problem is null && EngineVersion.IsVersion(engine.Version))
            .Select(engine => engine.Version)
            .Distinct(StringComparer.Ordinal);

    private static IReadOnlyList<PlannedEngine> Open(IEnumerable<string> versions) =>
        PlannedEngine.NameAll(
            [
                .. versions
                    .Order(NaturalComparer.Instance)
                    .Select(version => ((string?)null, EngineLocator.Store.Get(version))),
            ],
            _ => null
        );
}
