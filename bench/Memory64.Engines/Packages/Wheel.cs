using System.Buffers.Text;
using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>A wheel of the Python package wasmtime, with the library in it checked against its RECORD.</summary>
internal sealed class Wheel : ZippedPackage
{
    private readonly EnginePlatform _platform;

    private Wheel(string path, string version, EnginePlatform platform, KnownEngines known)
        : base(path, known)
    {
        Version = version;
        _platform = platform;
    }

    internal override string Version { get; }

    internal override string Origin => EngineOrigin.Wheel;

    internal override string LibraryEntry => _platform.WheelLibrary;

    /// <summary>Opens a wheel; one whose name says that it can't be used is refused unread.</summary>
    internal static new Wheel Open(string path, EnginePlatform platform, KnownEngines known)
    {
        var name =
            WheelName.Parse(Path.GetFileName(path))
            ?? throw new EngineException(
                $"{path} is not named like a wheel of Wasmtime (wasmtime-VERSION-py3-none-PLATFORM.whl)."
            );
        EngineVersion.Require(name.Version, path);
        return platform.Fits(name.PlatformTag)
            ? new(path, name.Version, platform, known)
            : throw new EngineException(
                $"{path} is for {name.PlatformTag}; this machine is {platform.Name} (needs a {platform.WheelWords} wheel)."
            );
    }

    internal override void CheckLibrary(string sha256)
    {
        var recorded = Recorded();
        if (!string.Equals(sha256, recorded, StringComparison.Ordinal))
        {
            throw new EngineException(
                $"{FilePath} is tampered or damaged: SHA-256 of {LibraryEntry} in it is {sha256}, its RECORD says {recorded}."
            );
        }

        Known.CheckLibrary(FilePath, sha256, Version, EngineOrigin.Wheel, _platform);
    }

    /// <summary>What RECORD says of the library, in a line <c>path,sha256=BASE64URL,size</c>.</summary>
    private string Recorded()
    {
        // The folder carries the version, so a wheel that was given another version's name has no such file.
        var record = $"wasmtime-{Version}.dist-info/RECORD";
        var start = LibraryEntry + ",sha256=";
        var line = ReadText(record)
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));
        try
        {
            var hash = Base64Url.DecodeFromChars((line ?? start)[start.Length..].Split(',')[0]);
            if (hash.Length == 32)
            {
                return Convert.ToHexStringLower(hash);
            }
        }
        catch (FormatException)
        {
            // No base64: as good as no hash.
        }

        throw new EngineException(
            $"{FilePath} is damaged: {record} has no SHA-256 of {LibraryEntry}."
        );
    }
}
