using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Memory64.Bench.Harness;

namespace Memory64.Bench.Tests.Arrows;

/// <summary>
/// Which folder of a project knows which. A folder is a namespace here. Constants and names leave no trace in an assembly, nor does what
/// a comment refers to: so sources are read too.
/// </summary>
internal sealed partial class FolderGraph
{
    private readonly Dictionary<(string From, string To), string> _arrows = [];

    private FolderGraph() { }

    /// <summary>Every arrow between two folders, each with the types at its ends.</summary>
    internal IReadOnlyDictionary<(string From, string To), string> Arrows => _arrows;

    internal static FolderGraph Of(string assembly)
    {
        var types = TypesOf(assembly);
        var graph = Of(types);
        foreach (var source in Sources(assembly))
        {
            _ = graph.AddNames(source, types);
        }

        return graph;
    }

    /// <summary>What the types themselves depend on.</summary>
    internal static FolderGraph Of(IReadOnlySet<IType> types)
    {
        var graph = new FolderGraph();
        foreach (var type in types)
        {
            foreach (var target in type.GetTypeDependencies().Where(types.Contains))
            {
                _ = graph.Add(FolderOf(type), FolderOf(target), $"{type.Name} -> {target.Name}");
            }
        }

        return graph;
    }

    /// <summary>The types of a project.</summary>
    internal static IReadOnlySet<IType> TypesOf(string assembly) =>
        new ArchLoader()
            .LoadAssembly(System.Reflection.Assembly.Load(assembly))
            .Build()
            .Types.ToHashSet();

    /// <summary>
    /// Adds what a source in a namespace names: namespaces that it uses, which the build allows only where it needs them, and types that
    /// its comments refer to without that.
    /// </summary>
    internal FolderGraph AddNames(string source, IReadOnlySet<IType> types)
    {
        var found = Namespace().Match(source);
        if (!found.Success)
        {
            return this;
        }

        var own = found.Groups["name"].Value;
        var folders = types.Select(FolderOf).ToHashSet(StringComparer.Ordinal);
        foreach (Match used in Using().Matches(source))
        {
            if (folders.Contains(used.Groups["name"].Value))
            {
                Add(own, used.Groups["name"].Value, $"using {used.Groups["name"].Value}");
            }
        }

        foreach (Match reference in Reference().Matches(source))
        {
            var name = reference.Groups["name"].Value;
            if (FoundFrom(own, name, types) is { } type)
            {
                Add(own, FolderOf(type), $"{own} -> cref {name}");
            }
        }

        return this;
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

    // As the compiler looks a name up: in the namespace, then in those around it. Its last words may name a member.
    private static IType? FoundFrom(string own, string name, IReadOnlySet<IType> types)
    {
        for (var around = own; around.Length > 0; around = Head(around))
        {
            for (var words = name; words.Length > 0; words = Head(words))
            {
                if (types.FirstOrDefault(type => type.FullName == $"{around}.{words}") is { } type)
                {
                    return type;
                }
            }
        }

        return null;
    }

    private static string Head(string name) => name[..Math.Max(0, name.LastIndexOf('.'))];

    private static IEnumerable<string> Sources(string project) =>
        Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "bench", project),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Where(path =>
                !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
            )
            .Select(File.ReadAllText);

    [GeneratedRegex(
        @"^namespace (?<name>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^using (static |\w+ = )?(?<name>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Using();

    [GeneratedRegex(@"cref=""(?<name>[\w.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
