using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Memory64.Models.Gguf;

/// <summary>
/// The values of a file's head, one after the other. Nothing is trusted: every count is held against what is left of the file before
/// anything is taken for it, so a broken file costs no memory.
/// </summary>
internal sealed class GgufStream : IDisposable
{
    private const int LongestText = 1 << 16;

    private readonly string _path;
    private readonly FileStream _file;

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It can't be opened.</exception>
    public GgufStream(string path)
    {
        _path = path;
        _file = File.OpenRead(path);
        Length = (ulong)_file.Length;
    }

    /// <summary>Bytes of the file.</summary>
    public ulong Length { get; }

    /// <summary>Of the next value.</summary>
    public ulong Position => (ulong)_file.Position;

    private ulong Left => Length - Position;

    /// <summary>The first bytes of the file as text, as many as there are; the next value is the first one again.</summary>
    public string Beginning(int bytes)
    {
        Span<byte> start = stackalloc byte[bytes];
        var count = _file.ReadAtLeast(start, bytes, throwOnEndOfStream: false);
        _file.Position = 0;
        return Encoding.ASCII.GetString(start[..count]);
    }

    /// <summary>See <see cref="GgufFile.Sha256"/>; the head is all that lies before the next value.</summary>
    public string HashOfHead()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var end = _file.Position;
        var part = new byte[1 << 16];
        for (_file.Position = 0; _file.Position < end; )
        {
            var bytes = part.AsSpan(0, (int)Math.Min(part.Length, end - _file.Position));
            _file.ReadExactly(bytes);
            hash.AppendData(bytes);
        }

        var length = part.AsSpan(0, sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(length, Length);
        hash.AppendData(length);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A number, little-endian.</summary>
    /// <param name="what">What a message calls it.</param>
    /// <exception cref="GgufException">The file ends before it does.</exception>
    public unsafe T Number<T>(string what)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (Left < (ulong)sizeof(T))
        {
            throw Broken($"ends in the middle of {what}: it is truncated; fetch it again");
        }

        Span<byte> bytes = stackalloc byte[sizeof(T)];
        _file.ReadExactly(bytes);
        return MemoryMarshal.Read<T>(bytes);
    }

    /// <summary>A number that stands for something; it may stand for nothing.</summary>
    /// <param name="what">What a message calls it.</param>
    /// <exception cref="GgufException">The file ends before it does.</exception>
    public TEnum Choice<TEnum>(string what)
        where TEnum : struct, Enum => (TEnum)Enum.ToObject(typeof(TEnum), Number<int>(what));

    /// <summary>A text, with its length before it.</summary>
    /// <param name="what">What a message calls it.</param>
    /// <exception cref="GgufException">The file ends before it does, or it is longer than any that is meant.</exception>
    public string Text(string what)
    {
        var length = Number<ulong>(what);
        if (length > Left || length > LongestText)
        {
            throw Broken(
                $"{what} has {length} bytes by its own words; {Math.Min(Left, LongestText)} are possible"
            );
        }

        var bytes = new byte[length];
        _file.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>
    /// A text, with its length before it; <see langword="null"/> where it is longer than any that a computation needs, a template or a
    /// vocabulary: it is passed over.
    /// </summary>
    /// <param name="what">What a message calls it.</param>
    /// <exception cref="GgufException">The file ends before it does.</exception>
    public string? ShortText(string what)
    {
        var length = Number<ulong>(what);
        if (length > LongestText)
        {
            Skip($"bytes of {what}", length, 1);
            return null;
        }

        _file.Position -= sizeof(ulong);
        return Text(what);
    }

    /// <summary>Passes over values.</summary>
    /// <param name="what">What a message calls them.</param>
    /// <param name="count">How many.</param>
    /// <param name="size">Bytes of each; 1 or more.</param>
    /// <exception cref="GgufException">The file ends before they do.</exception>
    public void Skip(string what, ulong count, ulong size)
    {
        CheckCount(what, count, size);
        _file.Position += (long)(count * size);
    }

    /// <summary>Checks that the file has room for so many values.</summary>
    /// <param name="what">What a message calls them.</param>
    /// <param name="count">How many the file says that there are.</param>
    /// <param name="smallest">Bytes that each takes at least; 1 or more.</param>
    /// <exception cref="GgufException">It has not.</exception>
    public void CheckCount(string what, ulong count, ulong smallest)
    {
        if (count > Left / smallest)
        {
            throw Broken($"has {count} {what} by its own words, and {Left} bytes for them");
        }
    }

    /// <summary>The file can't be used.</summary>
    public GgufException Broken(string what) => new(_path, what);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
