namespace Memory64.Widening.Binary;

/// <summary>Bytes of a module under way.</summary>
internal sealed class WasmWriter
{
    private const int FirstCapacity = 1 << 12;

    private byte[] _bytes = new byte[FirstCapacity];

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>All of them; valid until the next is written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets all.</summary>
    public void Clear() => Length = 0;

    /// <summary>Writes one.</summary>
    public void Byte(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    /// <summary>Writes several.</summary>
    public void Bytes(ReadOnlySpan<byte> values)
    {
        Reserve(values.Length);
        values.CopyTo(_bytes.AsSpan(Length));
        Length += values.Length;
    }

    /// <summary>Writes an unsigned LEB128, the shortest of its value.</summary>
    public void Unsigned(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    /// <summary>Writes a signed LEB128, the shortest of its value.</summary>
    public void Signed(long value)
    {
        while (value is < -0x40 or >= 0x40)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)(value & 0x7F));
    }

    private void Reserve(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }
    }
}
