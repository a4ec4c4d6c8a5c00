using Memory64.Code.Images;
using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>What a module's binary says of the memories that it defines.</summary>
/// <remarks>Source: <see href="https://webassembly.github.io/spec/core/binary/modules.html#memory-section"/>.</remarks>
internal static class MemorySection
{
    private const byte Id = 5;
    private const byte HasMaximum = 1;
    private const int HeaderLength = 8;

    /// <summary>Bytes with which they begin, together; 0 where the module defines none.</summary>
    /// <param name="wasm">A valid module.</param>
    public static ulong InitialBytes(ReadOnlySpan<byte> wasm)
    {
        var section = Find(wasm);
        return section.IsEmpty ? 0 : SumOfMinima(section) * MemoryType.PageBytes;
    }

    /// <summary>Whether the first one that it defines has addresses of 64 bits; also where it defines none.</summary>
    /// <param name="wasm">A valid module.</param>
    public static bool Is64(ReadOnlySpan<byte> wasm)
    {
        const byte has64BitAddresses = 4;
        var section = Find(wasm);
        return section.IsEmpty
            || section.Number() == 0
            || (section.Byte() & has64BitAddresses) != 0;
    }

    private static WasmReader Find(ReadOnlySpan<byte> wasm)
    {
        var module = new WasmReader(wasm[HeaderLength..]);
        while (!module.IsEmpty)
        {
            var id = module.Byte();
            var section = new WasmReader(module.Bytes(module.Number()));
            if (id == Id)
            {
                return section;
            }
        }

        return default;
    }

    private static ulong SumOfMinima(WasmReader section)
    {
        var sum = 0UL;
        for (var left = section.Number(); left > 0; left--)
        {
            var flags = section.Byte();
            sum += section.LongNumber();
            if ((flags & HasMaximum) != 0)
            {
                _ = section.LongNumber();
            }
        }

        return sum;
    }
}
