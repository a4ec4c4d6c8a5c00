using System.Runtime.InteropServices;

namespace Memory64.Bench.Harness.Records;

/// <summary>
/// Keeps a second run out of a folder. The system gives it up when the process ends, however it ends.
/// </summary>
public sealed partial class RunLock : IDisposable
{
    private const string FileName = ".lock";

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Keeps other runs from writing to a results folder.</summary>
    /// <param name="folder">An existing folder that can be written.</param>
    /// <exception cref="MeasurementException">Another run holds it, or it can't be locked.</exception>
    public static RunLock OfResults(string folder) =>
        Take(
            folder,
            "another run is writing its results there; wait for it, or name another folder by --results",
            "name another folder by --results"
        );

    /// <summary>
    /// Keeps other runs from measuring with the same build of the program, wherever they write: two at once disturb each other.
    /// </summary>
    /// <param name="folder">The program's folder.</param>
    /// <exception cref="MeasurementException">Another run holds it, or it can't be locked.</exception>
    public static RunLock OfProgram(string folder) =>
        Take(
            folder,
            "another run of this program is measuring; wait for it, because two at once disturb each other",
            "copy the checkout to a folder of your own and run it there"
        );

    /// <summary>Whether a run holds a results folder now.</summary>
    /// <param name="folder">A folder, which need not exist.</param>
    public static bool IsHeldIn(string folder)
    {
        try
        {
            using var file = new FileStream(
                Path.Combine(folder, FileName),
                FileMode.Open,
                FileAccess.Read,
                FileShare.None
            );
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return IsHeld(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static RunLock Take(string folder, string held, string otherwise)
    {
        FileStream? file = null;
        try
        {
            file = new(
                Path.Combine(folder, FileName),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
            RequireLocked(file);
            return new(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new MeasurementException(
                $"{folder}: {(IsHeld(exception) ? held : Obstacle(exception, otherwise))}",
                exception
            );
        }
    }

    /// <summary>Whether opening a file failed because another process has it; all else that may fail is no other run.</summary>
    internal static bool IsHeld(Exception exception)
    {
        // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; EWOULDBLOCK of flock(2), which .NET hands on as it is.
        const int sharingViolation = unchecked((int)0x8007_0020);
        const int lockViolation = unchecked((int)0x8007_0021);
        var wouldBlock = OperatingSystem.IsMacOS() ? 35 : 11;
        return exception is IOException
            && (
                OperatingSystem.IsWindows()
                    ? exception.HResult is sharingViolation or lockViolation
                    : exception.HResult == wouldBlock
            );
    }

    /// <summary>Why a folder can't be locked, in the system's words, and what to do.</summary>
    /// <param name="exception">What the system said.</param>
    /// <param name="otherwise">What else helps.</param>
    internal static string Obstacle(Exception exception, string otherwise)
    {
        // ENOSPC is the same everywhere; ERROR_DISK_FULL.
        const int noSpace = 28;
        const int diskFull = unchecked((int)0x8007_0070);
        var remedy = exception.HResult is noSpace or diskFull
            ? "free some space there"
            : "make sure that this user can write and lock files there";
        return $"no file can be locked there to keep other runs out ({exception.Message}); {remedy}, or {otherwise}";
    }

    // .NET opens a file unlocked where the file system refuses the lock for want of locks.
    private static void RequireLocked(FileStream file)
    {
        const int exclusivelyWithoutWaiting = 2 | 4;
        if (
            !OperatingSystem.IsWindows()
            && FileLock((int)file.SafeFileHandle.DangerousGetHandle(), exclusivelyWithoutWaiting)
                != 0
        )
        {
            var error = Marshal.GetLastPInvokeError();
            throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
        }
    }

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int FileLock(int file, int operation);
}
