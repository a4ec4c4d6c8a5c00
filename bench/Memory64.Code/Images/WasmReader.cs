using System.Text;

namespace Memory64.Code.Images;

/// <summary>Takes bytes, numbers and names off a part of a WebAssembly binary, and refuses to go beyond it.</summary>
/// <remarks>Source: <see href="https://webassembly.github.io/spec/core/binary/values.html"/>.</remarks>
/// <param name="bytes">The part.</param>
public ref struct WasmReader(ReadOnlySpan<byte> bytes)
{
    private const int BitsOfByte = 7;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsEmpty => _rest.IsEmpty;

    /// <summary>The next byte.</summary>
    /// <exception cref="InvalidDataException">None is left.</exception>
    public byte Byte() => Bytes(1)[0];

    /// <summary>The next bytes.</summary>
    /// <exception cref="InvalidDataException">So many are not left.</exception>
    public ReadOnlySpan<byte> Bytes(uint count)
    {
        if (count > _rest.Length)
        {
            throw new InvalidDataException("the wasm module is cut short or broken");
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    /// <summary>A number of 32 bits.</summary>
    /// <exception cref="InvalidDataException">It ends too early, or has more bits.</exception>
    public uint Number() => (uint)Number(bits: 32);

    /// <summary>A number of 32 bits with a sign.</summary>
    /// <exception cref="InvalidDataException">It ends too early, or has more bits.</exception>
    public int SignedNumber()
    {
        const int bits = 32,
            signBit = 1 << (BitsOfByte - 1);
        var number = 0L;
        for (var shift = 0; shift < bits; shift += BitsOfByte)
        {
            var part = Byte();
            number |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                var value = (part & signBit) != 0 ? number - (1L << (shift + BitsOfByte)) : number;
                return value is >= int.MinValue and <= int.MaxValue
                    ? (int)value
                    : throw TooLarge(bits);
            }
        }

        throw TooLarge(bits);
    }

    /// <summary>A number of 64 bits.</summary>
    /// <exception cref="InvalidDataException">It ends too early, or has more bits.</exception>
    public ulong LongNumber() => Number(bits: 64);

    /// <summary>A name: its length in bytes, then UTF-8.</summary>
    /// <exception cref="InvalidDataException">It ends too early, or is no UTF-8.</exception>
    public string Name()
    {
        try
        {
            return Utf8.GetString(Bytes(Number()));
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException("a name in the wasm module is no UTF-8", exception);
        }
    }

    // LEB128: seven bits a byte, the lowest first; all but the last have the eighth set.
    private ulong Number(int bits)
    {
        var number = 0UL;
        for (var shift = 0; shift < bits; shift += BitsOfByte)
        {
            var part = Byte();
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return part >> Math.Min(BitsOfByte, bits - shift) == 0
                    ? number
                    : throw TooLarge(bits);
            }
        }

        throw TooLarge(bits);
    }

    private static InvalidDataException TooLarge(int bits) =>
        new($"a number in the wasm module has more than {bits} bits");
}
