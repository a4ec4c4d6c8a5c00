using System.Text;

namespace Memory64.Code.Images;

/// <summary>Takes bytes, numbers and names off a part of a WebAssembly binary, and refuses to go beyond it.</summary>
/// <remarks>Source: <see href="https://webassembly.github.io/spec/core/binary/values.html"/>.</remarks>
internal ref struct WasmReader(ReadOnlySpan<byte> bytes)
{
    private const int BitsOfNumber = 32;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = bytes;

    internal readonly bool IsEmpty => _rest.IsEmpty;

    internal byte Byte() => Bytes(1)[0];

    /// <exception cref="InvalidDataException">So many are not left.</exception>
    internal ReadOnlySpan<byte> Bytes(uint count)
    {
        if (count > _rest.Length)
        {
            throw new InvalidDataException("the wasm module is cut short or broken");
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    // LEB128: seven bits a byte, the lowest first; all but the last have the eighth set.
    /// <exception cref="InvalidDataException">It ends too early, or has more than 32 bits.</exception>
    internal uint Number()
    {
        var number = 0UL;
        for (var shift = 0; shift < BitsOfNumber; shift += 7)
        {
            var part = Byte();
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number <= uint.MaxValue ? (uint)number : throw TooLarge();
            }
        }

        throw TooLarge();
    }

    /// <exception cref="InvalidDataException">It ends too early, or is no UTF-8.</exception>
    internal string Name()
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

    private static InvalidDataException TooLarge() =>
        new("a number in the wasm module has more than 32 bits");
}
