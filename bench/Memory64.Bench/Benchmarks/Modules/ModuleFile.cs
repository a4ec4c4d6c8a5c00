using Memory64.Bench.Harness;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>The file of a module.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Name">What its rows are called.</param>
/// <param name="IsNamed">Whether the user named it; else it is one of many that a pattern found, and what is wrong with it is no reason to stop.</param>
internal sealed record ModuleFile(string Path, string Name, bool IsNamed)
{
    // The name that Sightglass gives all its programs.
    private const string Nameless = "benchmark";

    private static readonly char[] Wild = ['*', '?'];

    /// <summary>The files of paths and patterns, those of a pattern in the order of their paths; each once.</summary>
    /// <param name="texts">Paths, and patterns such as <c>benchmarks/**/*.wasm</c>.</param>
    /// <exception cref="MeasurementException">A text is no path, a pattern finds nothing, or names are not unique.</exception>
    public static IReadOnlyList<ModuleFile> Of(IEnumerable<string> texts)
    {
        List<(string Path, bool IsNamed)> found =
        [
            .. texts.SelectMany(Find).DistinctBy(file => file.Path, StringComparer.Ordinal),
        ];
        var isTaken = found
            .GroupBy(file => NameOf(file.Path), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count() > 1, StringComparer.Ordinal);
        List<ModuleFile> files =
        [
            .. found.Select(file => new ModuleFile(
                file.Path,
                isTaken[NameOf(file.Path)] ? LongNameOf(file.Path) : NameOf(file.Path),
                file.IsNamed
            )),
        ];
        return
            files
                .GroupBy(file => file.Name, StringComparer.Ordinal)
                .FirstOrDefault(same => same.Count() > 1)
                is { } same
            ? throw new MeasurementException(
                $"{ModuleOptions.Name}: {same.Count()} files are called {same.Key}; rename all but one"
            )
            : files;
    }

    private static IEnumerable<(string Path, bool IsNamed)> Find(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new MeasurementException(
                $"{ModuleOptions.Name}: is no file's name; name a .wasm file"
            );
        }

        if (text.IndexOfAny(Wild) < 0 || File.Exists(text))
        {
            return [(System.IO.Path.GetFullPath(text), true)];
        }

        var full = System.IO.Path.GetFullPath(text);
        var root = full[
            ..(full[..full.IndexOfAny(Wild)].LastIndexOf(System.IO.Path.DirectorySeparatorChar) + 1)
        ];
        List<string> paths =
        [
            .. new Matcher(StringComparison.Ordinal)
                .AddInclude(full[root.Length..])
                .GetResultsInFullPath(root)
                .Order(StringComparer.Ordinal),
        ];
        return paths.Count > 0
            ? paths.Select(path => (path, false))
            : throw new MeasurementException(
                $"{ModuleOptions.Name} {text}: finds no file; write a pattern such as 'benchmarks/**/*.wasm', in quotes"
            );
    }

    private static string NameOf(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return Clean(name == Nameless && FolderOf(path) is { Length: > 0 } folder ? folder : name);
    }

    private static string LongNameOf(string path) =>
        Clean($"{FolderOf(path)}_{System.IO.Path.GetFileNameWithoutExtension(path)}");

    private static string FolderOf(string path) =>
        System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)) ?? "";

    // What a case's name can't hold becomes underscores.
    private static string Clean(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
