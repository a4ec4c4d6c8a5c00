using System.Xml;
using System.Xml.Linq;
using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>A file of the NuGet package Wasmtime; its nuspec says what it is, whatever the file is called.</summary>
internal sealed class NuGetPackage : ZippedPackage
{
    internal const string Extension = ".nupkg";

    private readonly EnginePlatform _platform;

    internal NuGetPackage(string path, EnginePlatform platform, KnownEngines known)
        : base(path, known)
    {
        _platform = platform;
        try
        {
            Version = EngineVersion.Require(ReadVersion(), path);
            if (
                VersionInName(Path.GetFileName(path)) is { } named
                && !string.Equals(named, Version, StringComparison.Ordinal)
            )
            {
                throw new EngineException(
                    $"{path} is Wasmtime {Version}, yet its name says {named}."
                );
            }
        }
        catch
        {
            // Nobody else can close the file of an object that never came to be.
            Dispose();
            throw;
        }
    }

    internal override string Version { get; }

    internal override string Origin => EngineOrigin.PackageFile;

    internal override string LibraryEntry => _platform.PackageLibrary;

    /// <summary>The version in <c>wasmtime.50.0.1.nupkg</c>, or null for another name.</summary>
    internal static string? VersionInName(string fileName)
    {
        const string prefix = "wasmtime.";
        if (
            !fileName.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            || !fileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            || fileName.Length < prefix.Length + Extension.Length
        )
        {
            return null;
        }

        var version = fileName[prefix.Length..^Extension.Length];
        return EngineVersion.IsVersion(version) ? version : null;
    }

    internal override void CheckLibrary(string sha256) =>
        Known.CheckLibrary(FilePath, sha256, Version, EngineOrigin.NuGet, _platform);

    private string ReadVersion()
    {
        const string entry = "Wasmtime.nuspec";
        try
        {
            // By local name: the namespace differs between versions of the schema.
            return XDocument
                .Parse(ReadText(entry))
                .Descendants()
                .First(e => string.Equals(e.Name.LocalName, "version", StringComparison.Ordinal))
                .Value;
        }
        catch (Exception error) when (error is XmlException or InvalidOperationException)
        {
            throw new EngineException($"{FilePath} is damaged: {entry} in it names no version.");
        }
    }
}
