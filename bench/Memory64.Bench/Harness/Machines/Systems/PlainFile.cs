using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Memory64.Bench.Harness.Machines.Systems;

/// <summary>
/// Tells files from what only looks like one: a pipe, a socket or a device waits for whoever writes to it, never ends, or can be read
/// once only.
/// </summary>
internal static partial class PlainFile
{
    // The folders in which a process finds what it has open itself.
    private static readonly string[] OwnFolders = ["/dev/", "/proc/self/", "/proc/thread-self/"];

    /// <summary>
    /// Why a path can't be read again and again, in words that follow it; <see langword="null"/> where it can, where it is a folder, or
    /// where it can't be opened, which whoever opens it says best. Never waits.
    /// </summary>
    /// <param name="path">The path; not empty.</param>
    public static string? Refusal(string path)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(path))
        {
            return null;
        }

        // O_RDONLY and O_NONBLOCK: a pipe that nobody writes to is opened at once.
        using var handle = new SafeFileHandle(
            Open(path, OperatingSystem.IsLinux() ? 0x800 : 0x4),
            ownsHandle: true
        );
        if (handle.IsInvalid)
        {
            return null;
        }

        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        return stream.CanSeek && (stream.Length > 0 || IsEmpty(stream))
            ? null
            : "is a pipe, a terminal or a device, not a file";
    }

    /// <summary>
    /// The absolute path by which other processes find a file too, where this one calls it its own, as in /dev/stdin;
    /// <see langword="null"/> where there is none.
    /// </summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public static string? PathForOthers(string path)
    {
        var full = Path.GetFullPath(path);
        return !OwnFolders.Any(folder => full.StartsWith(folder, StringComparison.Ordinal))
            || File.ResolveLinkTarget(full, returnFinalTarget: true) is not { } target
                ? full
            : target.Exists ? target.FullName
            : null;
    }

    // A device has no length, and bytes all the same.
    private static bool IsEmpty(FileStream stream)
    {
        try
        {
            return stream.ReadByte() < 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    [LibraryImport(
        "libc",
        EntryPoint = "open",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8
    )]
    private static partial int Open(string path, int flags);
}
