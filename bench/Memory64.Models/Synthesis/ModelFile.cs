using System.ComponentModel;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Memory64.Models.Synthesis;

/// <summary>
/// A file that is gone when it is disposed, or its process has ended: on Linux in memory (memfd), so that gigabytes never see a disk;
/// elsewhere among the system's temporary files.
/// </summary>
public sealed unsafe partial class ModelFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    /// <summary>Creates a file of that size.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public ModelFile(ulong bytes)
    {
        Bytes = bytes;
        if (OperatingSystem.IsLinux())
        {
            var descriptor = CreateInMemory("memory64-model", 0);
            if (descriptor < 0)
            {
                throw new IOException(
                    $"no file in memory: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}"
                );
            }

            _handle = new SafeFileHandle(descriptor, ownsHandle: true);
            Path = $"/proc/{Environment.ProcessId}/fd/{descriptor}";
        }
        else
        {
            Path = System.IO.Path.GetTempFileName();
            _handle = File.OpenHandle(
                Path,
                FileMode.Create,
                FileAccess.ReadWrite,
                FileShare.ReadWrite | FileShare.Delete,
                FileOptions.DeleteOnClose
            );
        }

        try
        {
            RandomAccess.SetLength(_handle, (long)bytes);
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
    }

    /// <summary>By which every process of this user can open it, while it is there.</summary>
    public string Path { get; }

    /// <summary>Its size.</summary>
    public ulong Bytes { get; }

    /// <summary>Has its content written.</summary>
    /// <param name="write">Gets where the first byte lies while it runs.</param>
    internal void Write(Writer write)
    {
        using var map = MemoryMappedFile.CreateFromFile(
            _handle,
            mapName: null,
            (long)Bytes,
            MemoryMappedFileAccess.ReadWrite,
            HandleInheritability.None,
            leaveOpen: true
        );
        using var view = map.CreateViewAccessor();
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            write(start);
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    /// <summary>Writes a file's content from its first byte on.</summary>
    internal delegate void Writer(byte* start);

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    [LibraryImport(
        "libc",
        EntryPoint = "memfd_create",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8
    )]
    private static partial int CreateInMemory(string name, uint flags);
}
