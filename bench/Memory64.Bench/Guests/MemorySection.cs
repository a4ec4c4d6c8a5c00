using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>What a module's binary says of the memories that it defines.</summary>
/// <remarks>Source: <see href="https://webassembly.github.io/spec/core/binary/modules.html#memory-section"/>.</remarks>
internal ref struct MemorySection
{
    private const byte Id = 5;
    private const byte HasMaximum = 1;
    private const int HeaderLength = 8;

    private ReadOnlySpan<byte> _rest;

    private MemorySection(ReadOnlySpan<byte> rest) => _rest = rest;

    /// <summary>Bytes with which they begin, together; 0 where the module defines none.</summary>
    /// <param name="wasm">A valid module.</param>
    public static ulong InitialBytes(ReadOnlySpan<byte> wasm)
    {
        var sections = new MemorySection(wasm[HeaderLength..]);
        while (!sections._rest.IsEmpty)
        {
            var id = sections.TakeByte();
            var size = (int)sections.TakeNumber();
            if (id == Id)
            {
                return sections.SumOfMinima() * MemoryType.PageBytes;
            }

            sections._rest = sections._rest[size..];
        }

        return 0;
    }

    private ulong SumOfMinima()
    {
        var sum = 0UL;
        for (var left = TakeNumber(); left > 0; left--)
        {
            var flags = TakeByte();
            sum += TakeNumber();
            if ((flags & HasMaximum) != 0)
            {
                _ = TakeNumber();
            }
        }

        return sum;
    }

    private byte TakeByte()
    {
        var first = _rest[0];
        _rest = _rest[1..];
        return first;
    }

    // LEB128: seven bits a byte, the lowest first; all but the last have the eighth set.
    private ulong TakeNumber()
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = TakeByte();
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }
}
