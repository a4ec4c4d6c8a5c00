using System.Buffers.Binary;
using System.Text;

namespace Memory64.Widening.Binary;

/// <summary>
/// Reads a part of a module, from its beginning on; what goes beyond the part is refused. Source of all encodings:
/// <see href="https://webassembly.github.io/spec/core/binary/"/>.
/// </summary>
/// <param name="bytes">The part.</param>
/// <param name="origin">At which byte of the module it begins, for messages.</param>
internal ref struct WasmReader(ReadOnlySpan<byte> bytes, int origin)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly int _origin = origin;

    /// <summary>The next byte, counted from the part's beginning.</summary>
    public int Position { get; private set; }

    /// <summary>Whether all was read.</summary>
    public readonly bool IsAtEnd => Position == _bytes.Length;

    /// <summary>The byte of the module that is next.</summary>
    public readonly int Offset => _origin + Position;

    /// <summary>What was read from some position on.</summary>
    public readonly ReadOnlySpan<byte> Since(int position) => _bytes[position..Position];

    /// <summary>What lies between two positions.</summary>
    public readonly ReadOnlySpan<byte> Between(int start, int end) => _bytes[start..end];

    /// <summary>A byte.</summary>
    public byte Byte() => IsAtEnd ? throw Truncated() : _bytes[Position++];

    /// <summary>Several bytes.</summary>
    /// <param name="count">As the module says.</param>
    public ReadOnlySpan<byte> Bytes(uint count)
    {
        if (count > (uint)(_bytes.Length - Position))
        {
            throw Truncated();
        }

        var taken = _bytes.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }

    /// <summary>A number of 32 bits, as the header has two.</summary>
    public uint Fixed32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(sizeof(uint)));

    /// <summary>A part of its own, of so many bytes.</summary>
    public WasmReader Part(uint count)
    {
        var offset = Offset;
        return new(Bytes(count), offset);
    }

    /// <summary>An unsigned LEB128 of at most 32 bits: a number, a count or an index.</summary>
    public uint Unsigned32() => (uint)Unsigned(32);

    /// <summary>An unsigned LEB128 of at most 64 bits.</summary>
    public ulong Unsigned64() => Unsigned(64);

    /// <summary>A signed LEB128 of 32 bits.</summary>
    public int Signed32() => (int)Signed(32);

    /// <summary>A signed LEB128 of 33 bits: a type that is named or has an index.</summary>
    public long Signed33() => Signed(33);

    /// <summary>A signed LEB128 of 64 bits.</summary>
    public long Signed64() => Signed(64);

    /// <summary>A name.</summary>
    public string Name() => Encoding.UTF8.GetString(Bytes(Unsigned32()));

    /// <summary>That the module can't be read here.</summary>
    public readonly WideningException Refuse(string what) => new($"{what}, at byte {Offset}");

    private readonly WideningException Truncated() => Refuse("is truncated");

    private ulong Unsigned(int bits)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            var left = bits - shift;
            if (left < 7 && (next & 0x7F) >> left != 0)
            {
                throw Refuse($"has a number of more than {bits} bits");
            }

            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }

            if (left <= 7)
            {
                throw Refuse($"has a number of more than {bits} bits");
            }
        }
    }

    private long Signed(int bits)
    {
        var value = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            var left = bits - shift;
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                var sign = shift + 7;
                value = sign < 64 ? (value << (64 - sign)) >> (64 - sign) : value;
                return left >= 7 || Fits(next, left)
                    ? value
                    : throw Refuse($"has a number of more than {bits} bits");
            }

            if (left <= 7)
            {
                throw Refuse($"has a number of more than {bits} bits");
            }
        }
    }

    // Of the last byte only so many bits count; the others repeat the sign.
    private static bool Fits(byte last, int bits)
    {
        var above = (sbyte)(last << 1) >> bits;
        return above is 0 or -1;
    }
}
