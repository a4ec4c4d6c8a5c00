using Memory64.Bench.Harness;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>A folder that a module may use.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Name">What the module knows it by.</param>
/// <param name="IsWritable">Whether the module may change what is in it.</param>
internal sealed record GuestFolder(string Path, string Name, bool IsWritable)
{
    private const string Separator = "::",
        Writable = ":rw";

    /// <summary>Reads <c>FOLDER</c>, <c>FOLDER::NAME</c>, and either with <c>:rw</c> behind it.</summary>
    /// <exception cref="MeasurementException">There is no such folder.</exception>
    public static GuestFolder Parse(string text)
    {
        var isWritable = text.EndsWith(Writable, StringComparison.Ordinal);
        var parts = (isWritable ? text[..^Writable.Length] : text).Split(Separator, 2);
        return Directory.Exists(parts[0])
            ? new(System.IO.Path.GetFullPath(parts[0]), parts[^1], isWritable)
            : throw new MeasurementException(
                $"--dir {text}: there is no folder {parts[0]}; write FOLDER, FOLDER::NAME or FOLDER::NAME:rw"
            );
    }
}
