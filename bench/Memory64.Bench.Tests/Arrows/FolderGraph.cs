using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace Memory64.Bench.Tests.Arrows;

/// <summary>
/// Which folder of a project knows which. A folder is a namespace here; constants and names leave no trace in an assembly.
/// </summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<(string From, string To), string> _arrows = [];

    private FolderGraph() { }

    /// <summary>Every arrow between two folders, each with the types at its ends.</summary>
    internal IReadOnlyDictionary<(string From, string To), string> Arrows => _arrows;

    internal static FolderGraph Of(string assembly)
    {
        var graph = new FolderGraph();
        var architecture = new ArchLoader()
            .LoadAssembly(System.Reflection.Assembly.Load(assembly))
            .Build();
        foreach (var type in architecture.Types)
        {
            foreach (var target in type.GetTypeDependencies())
            {
                if (architecture.Types.Contains(target))
                {
                    graph.Add(FolderOf(type), FolderOf(target), $"{type.Name} -> {target.Name}");
                }
            }
        }

        return graph;
    }

    internal FolderGraph Add(string from, string to, string example)
    {
        if (from != to)
        {
            _arrows.TryAdd((from, to), example);
        }

        return this;
    }

    /// <summary>A circle, arrow by arrow; empty where there is none.</summary>
    internal IReadOnlyList<string> Circle()
    {
        foreach (var start in _arrows.Keys.Select(arrow => arrow.From).Distinct().Order())
        {
            if (PathTo(start, start) is { } path)
            {
                return [.. path.Select(arrow => $"{arrow.From} -> {arrow.To}: {_arrows[arrow]}")];
            }
        }

        return [];
    }

    // The shortest path of at least one arrow.
    private List<(string From, string To)>? PathTo(string start, string goal)
    {
        var cameBy = new Dictionary<string, (string From, string To)>(StringComparer.Ordinal);
        var reached = new Queue<string>([start]);
        while (reached.TryDequeue(out var folder))
        {
            foreach (var arrow in _arrows.Keys.Where(arrow => arrow.From == folder))
            {
                if (cameBy.TryAdd(arrow.To, arrow))
                {
                    reached.Enqueue(arrow.To);
                }
            }
        }

        if (!cameBy.ContainsKey(goal))
        {
            return null;
        }

        List<(string From, string To)> path = [];
        for (var at = goal; path.Count == 0 || at != start; at = path[0].From)
        {
            path.Insert(0, cameBy[at]);
        }

        return path;
    }

    private static string FolderOf(IType type) => type.Namespace.FullName;
}
