using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Memory64.Engines.Identity;

/// <summary>
/// What Linux' loader doesn't say of a library: loading one that is cut short kills the process (SIGBUS), and one for another
/// processor is reported as missing.
/// </summary>
internal static class ElfFile
{
    private const int HeaderLength = 64;

    /// <summary>Why the loader must not be given this file, or null; what is no 64-bit ELF file is left to the loader.</summary>
    internal static string? Problem(string path, Architecture processor)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        using var stream = File.OpenRead(path);
        ReadOnlySpan<byte> magic = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1];
        if (
            stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength
            || !header.StartsWith(magic)
        )
        {
            return null;
        }

        // e_machine; then e_shoff, e_shentsize and e_shnum: linkers put the section table last.
        var machine = BinaryPrimitives.ReadUInt16LittleEndian(header[18..]);
        var sections = BinaryPrimitives.ReadUInt64LittleEndian(header[40..]);
        var sectionLength = BinaryPrimitives.ReadUInt16LittleEndian(header[58..]);
        var sectionCount = BinaryPrimitives.ReadUInt16LittleEndian(header[60..]);
        if (sections + ((ulong)sectionLength * sectionCount) > (ulong)stream.Length)
        {
            return $"it is cut short at {stream.Length} bytes";
        }

        return (processor, machine) is (Architecture.X64, not 62) or (Architecture.Arm64, not 183)
            ? $"it is for another processor than {processor}"
            : null;
    }
}
