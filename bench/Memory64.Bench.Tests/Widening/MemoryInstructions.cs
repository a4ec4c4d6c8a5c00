namespace Memory64.Bench.Tests.Widening;

/// <summary>Every instruction that takes an address, as a function of an address and a number.</summary>
internal static class MemoryInstructions
{
    /// <summary>The name of memory.atomic.notify.</summary>
    public const string Notify = "notify";

    private const byte ToI32 = 0xA7,
        ToI64 = 0xAD,
        SplatI64 = 0x12,
        ExtractI64 = 0x1D,
        FloatFromBits = 0xBE,
        DoubleFromBits = 0xBF,
        BitsOfFloat = 0xBC,
        BitsOfDouble = 0xBD;

    private static readonly byte[] Address = [0x20, 0, ToI32],
        I64 = [0x20, 1],
        I32 = [0x20, 1, ToI32],
        F32 = [.. I32, FloatFromBits],
        F64 = [.. I64, DoubleFromBits],
        V128 = [.. I64, 0xFD, SplatI64],
        Nothing = [0x42, 0],
        FromI32 = [ToI64],
        FromV128 = [0xFD, ExtractI64, 0];

    /// <summary>All of them with some offset.</summary>
    /// <param name="offset">That each has.</param>
    public static IEnumerable<(string Name, byte[] Code)> All(uint offset)
    {
        var at = WasmModule.Number(offset);
        foreach (var (opcode, alignment, result) in Loads)
        {
            yield return ($"load {opcode:x}", [.. Address, opcode, alignment, .. at, .. result]);
        }

        foreach (var (opcode, alignment, value) in Stores)
        {
            yield return (
                $"store {opcode:x}",
                [.. Address, .. value, opcode, alignment, .. at, .. Nothing]
            );
        }

        for (byte opcode = 0; opcode <= 0x5D; opcode++)
        {
            byte[]? code = opcode switch
            {
                <= 0x0A or 0x5C or 0x5D => [.. Address, 0xFD, opcode, 0, .. at, .. FromV128],
                0x0B => [.. Address, .. V128, 0xFD, opcode, 0, .. at, .. Nothing],
                >= 0x54 and <= 0x57 =>
                [
                    .. Address,
                    .. V128,
                    0xFD,
                    opcode,
                    0,
                    .. at,
                    1,
                    .. FromV128,
                ],
                >= 0x58 and <= 0x5B => [.. Address, .. V128, 0xFD, opcode, 0, .. at, 1, .. Nothing],
                _ => null,
            };
            if (code is not null)
            {
                yield return ($"vector {opcode:x}", code);
            }
        }

        foreach (var each in Atomics(at))
        {
            yield return each;
        }
    }

    /// <summary>Those of blocks, where two addresses and a length are the two numbers.</summary>
    public static IEnumerable<(string Name, byte[] Code)> Blocks =>
        [
            ("memory.fill", [.. Address, .. I32, .. Address, 0xFC, 11, 0, .. Nothing]),
            ("memory.copy", [.. Address, .. I32, 0x41, 9, 0xFC, 10, 0, 0, .. Nothing]),
            ("memory.copy of so many", [0x41, 3, .. Address, .. I32, 0xFC, 10, 0, 0, .. Nothing]),
            ("memory.init", [.. Address, 0x41, 1, .. I32, 0xFC, 8, 0, 0, .. Nothing]),
        ];

    /// <summary>Those that wait for another thread, which a memory that isn't shared can't have.</summary>
    public static IEnumerable<(string Name, byte[] Code)> Waits =>
        [
            ("wait32", [.. Address, .. I32, .. I64, 0xFE, 1, 2, 0, .. FromI32]),
            ("wait64", [.. Address, .. I64, .. I64, 0xFE, 2, 3, 0, .. FromI32]),
        ];

    private static (byte Opcode, byte Alignment, byte[] Result)[] Loads =>
        [
            (0x28, 2, FromI32),
            (0x29, 3, []),
            (0x2A, 2, [BitsOfFloat, ToI64]),
            (0x2B, 3, [BitsOfDouble]),
            .. Enumerable.Range(0x2C, 4).Select(o => ((byte)o, (byte)0, FromI32)),
            .. Enumerable.Range(0x30, 6).Select(o => ((byte)o, (byte)0, Array.Empty<byte>())),
        ];

    private static (byte Opcode, byte Alignment, byte[] Value)[] Stores =>
        [
            (0x36, 2, I32),
            (0x37, 3, I64),
            (0x38, 2, F32),
            (0x39, 3, F64),
            (0x3A, 0, I32),
            (0x3B, 1, I32),
            (0x3C, 0, I64),
            (0x3D, 1, I64),
            (0x3E, 2, I64),
        ];

    // Types and alignments come in groups of seven: i32, i64, i32 of 8 and 16 bits, i64 of 8, 16 and 32.
    private static IEnumerable<(string, byte[])> Atomics(byte[] at)
    {
        byte[] alignments = [2, 3, 0, 1, 0, 1, 2];
        for (byte opcode = 0x10; opcode <= 0x4E; opcode++)
        {
            var kind = (opcode - 0x10) % 7;
            var isI32 = kind is 0 or 2 or 3;
            var value = isI32 ? I32 : I64;
            byte[] result = isI32 ? FromI32 : [];
            byte[] operands = opcode switch
            {
                <= 0x16 => [],
                >= 0x48 => [.. value, .. value],
                _ => value,
            };
            yield return (
                $"atomic {opcode:x}",
                [
                    .. Address,
                    .. operands,
                    0xFE,
                    opcode,
                    alignments[kind],
                    .. at,
                    .. opcode is >= 0x17 and <= 0x1D ? Nothing : result,
                ]
            );
        }

        yield return (Notify, [.. Address, .. I32, 0xFE, 0, 2, .. at, .. FromI32]);
    }
}
