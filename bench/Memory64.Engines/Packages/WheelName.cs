using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>The file name of a wheel: <c>wasmtime-50.0.1-py3-none-manylinux1_x86_64.whl</c>.</summary>
/// <param name="Version">Wasmtime's version; perhaps too old.</param>
/// <param name="PlatformTag">The last part: one platform or several, joined by dots.</param>
internal sealed record WheelName(string Version, string PlatformTag)
{
    internal const string Extension = ".whl";

    /// <summary>Takes a file name apart, or gives null for what is no wheel of Wasmtime.</summary>
    internal static WheelName? Parse(string fileName)
    {
        if (!fileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // A wheel's name has five parts, or six with a build number after the version.
        var parts = fileName[..^Extension.Length].Split('-');
        return parts.Length is 5 or 6 && parts[0] is "wasmtime" && EngineVersion.IsVersion(parts[1])
            ? new(parts[1], parts[^1])
            : null;
    }
}
