using System.Buffers.Text;

namespace Memory64.Engines;

/// <summary>A wheel of the Python package wasmtime, with the library in it checked against its RECORD.</summary>
internal sealed class Wheel(string path, EnginePlatform platform, KnownEngines known)
    : EnginePackage(RequireName(path, platform), known)
{
    internal override string Version { get; } = WheelName.Parse(Path.GetFileName(path))!.Version;

    internal override string Origin => EngineOrigin.Wheel;

    internal override string LibraryEntry => platform.WheelLibrary;

    internal override void CheckLibrary(string sha256)
    {
        if (!string.Equals(sha256, Recorded(), StringComparison.Ordinal))
        {
            throw new EngineException(
                $"{FilePath} is tampered or damaged: SHA-256 of {LibraryEntry} in it is {sha256}, its RECORD says {Recorded()}."
            );
        }

        Known.CheckLibrary(FilePath, sha256, Version, EngineOrigin.Wheel, platform);
    }

    // Before the file is opened: a wheel for another platform needs no hash to be refused.
    private static string RequireName(string path, EnginePlatform platform)
    {
        var name =
            WheelName.Parse(Path.GetFileName(path))
            ?? throw new EngineException(
                $"{path} is not named like a wheel of Wasmtime (wasmtime-VERSION-py3-none-PLATFORM.whl)."
            );
        EngineVersion.Require(name.Version, path);
        return platform.Fits(name.PlatformTag)
            ? path
            : throw new EngineException(
                $"{path} is for {name.PlatformTag}; this machine is {platform.Name} (needs a {platform.WheelWords} wheel)."
            );
    }

    /// <summary>What RECORD says of the library: a line <c>path,sha256=BASE64URL,size</c>.</summary>
    private string Recorded()
    {
        // The folder carries the version, so a wheel that was given another version's name has no such file.
        var record = $"wasmtime-{Version}.dist-info/RECORD";
        var line = ReadText(record)
            .Split('\n')
            .FirstOrDefault(line =>
                line.StartsWith(LibraryEntry + ",sha256=", StringComparison.Ordinal)
            );
        var hash = new byte[32];
        return
            line is not null
            && Base64Url.TryDecodeFromChars(
                line.Split(',')[1].AsSpan("sha256=".Length),
                hash,
                out var length
            )
            && length == hash.Length
            ? Convert.ToHexStringLower(hash)
            : throw new EngineException(
                $"{FilePath} is damaged: {record} has no SHA-256 of {LibraryEntry}."
            );
    }
}
