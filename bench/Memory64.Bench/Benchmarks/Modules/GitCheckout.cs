using System.Text.RegularExpressions;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>A checkout of a Git repository, so that published rows say where a module comes from.</summary>
/// <remarks>
/// Source of the layout: <see href="https://git-scm.com/docs/gitrepository-layout"/>. Git itself needn't be installed.
/// </remarks>
/// <param name="Root">Absolute path of its folder.</param>
/// <param name="Commit">The commit that is checked out, in hexadecimal digits.</param>
internal sealed partial record GitCheckout(string Root, string Commit)
{
    private const string Link = "gitdir: ",
        Reference = "ref: ";

    /// <summary>The one that a file lies in; <see langword="null"/> where it lies in none, or in one without a commit.</summary>
    /// <param name="path">Absolute path of a file.</param>
    public static GitCheckout? Of(string path)
    {
        for (
            var folder = Path.GetDirectoryName(path);
            folder is not null;
            folder = Path.GetDirectoryName(folder)
        )
        {
            var git = Path.Combine(folder, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return CommitIn(git) is { } commit ? new(folder, commit) : null;
            }
        }

        return null;
    }

    /// <summary>The path of a file in it, with slashes.</summary>
    public string PathOf(string path) =>
        Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static string? CommitIn(string git)
    {
        try
        {
            var folder = File.Exists(git)
                ? Path.GetFullPath(
                    File.ReadAllText(git).Trim()[Link.Length..],
                    Path.GetDirectoryName(git)!
                )
                : git;
            var head = File.ReadAllText(Path.Combine(folder, "HEAD")).Trim();
            var commit = head.StartsWith(Reference, StringComparison.Ordinal)
                ? Resolve(folder, head[Reference.Length..])
                : head;
            return commit is not null && Hash().IsMatch(commit) ? commit : null;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What can't be read says nothing; the module's hash does.
            return null;
        }
    }

    private static string? Resolve(string folder, string reference)
    {
        // A second work tree keeps its HEAD for itself, and shares all else.
        var link = Path.Combine(folder, "commondir");
        var common = File.Exists(link)
            ? Path.GetFullPath(File.ReadAllText(link).Trim(), folder)
            : folder;
        var loose = Path.Combine(common, reference);
        var packed = Path.Combine(common, "packed-refs");
        return File.Exists(loose) ? File.ReadAllText(loose).Trim()
            : File.Exists(packed)
                ? File.ReadLines(packed)
                    .FirstOrDefault(line =>
                        line.EndsWith($" {reference}", StringComparison.Ordinal)
                    )
                    ?.Split(' ')[0]
            : null;
    }

    [GeneratedRegex("^([0-9a-f]{40}|[0-9a-f]{64})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hash();
}
