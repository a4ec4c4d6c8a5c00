using Memory64.Widening.Binary;

namespace Memory64.Widening.Rewriting;

/// <summary>
/// Passes over what follows the opcode of an instruction that has nothing to do with memories. Source of the opcodes:
/// <see href="https://webassembly.github.io/spec/core/appendix/index-instructions.html"/>, and of the older exceptions
/// <see href="https://github.com/WebAssembly/exception-handling/blob/main/proposals/exception-handling/legacy/Exceptions.md"/>.
/// </summary>
internal static class Immediates
{
    private const int ShuffleBytes = 16,
        ConstantBytes = 16;

    /// <summary>Of an opcode of one byte.</summary>
    public static void Skip(ref WasmReader body, byte opcode)
    {
        switch (opcode)
        {
            case 0x02 or 0x03 or 0x04 or 0x06:
                SkipBlockType(ref body);
                break;
            // throw, rethrow, br, br_if, call, return_call, call_ref, return_call_ref, delegate, catch; locals, globals, tables.
            case 0x07
            or 0x08
            or 0x09
            or 0x0C
            or 0x0D
            or 0x10
            or 0x12
            or 0x14
            or 0x15
            or 0x18
            or (>= 0x20 and <= 0x26):
            // ref.func, br_on_null, br_on_non_null
            case 0xD2 or 0xD5 or 0xD6:
                _ = body.Unsigned32();
                break;
            case 0x11 or 0x13:
                _ = body.Unsigned32();
                _ = body.Unsigned32();
                break;
            case 0x0E:
                SkipIndices(ref body);
                _ = body.Unsigned32();
                break;
            case 0x1C:
                for (var left = body.Unsigned32(); left > 0; left--)
                {
                    _ = TypeReader.Value(ref body);
                }

                break;
            case 0x1F:
                SkipBlockType(ref body);
                SkipCatches(ref body);
                break;
            case 0x41:
                _ = body.Signed32();
                break;
            case 0x42:
                _ = body.Signed64();
                break;
            case 0x43:
                _ = body.Bytes(sizeof(float));
                break;
            case 0x44:
                _ = body.Bytes(sizeof(double));
                break;
            case 0xD0:
                TypeReader.SkipHeap(ref body);
                break;
            // unreachable, nop, else, throw_ref, end, return, catch_all, drop, select; all that computes; ref.is_null and the like.
            case 0x00
            or 0x01
            or 0x05
            or 0x0A
            or 0x0B
            or 0x0F
            or 0x19
            or 0x1A
            or 0x1B
            or (>= 0x45 and <= 0xC4)
            or 0xD1
            or 0xD3
            or 0xD4:
                break;
            default:
                throw body.Refuse($"has an unknown instruction, 0x{opcode:x2}");
        }
    }

    /// <summary>Of one that begins with 0xfc.</summary>
    public static void SkipBulk(ref WasmReader body, uint opcode)
    {
        switch (opcode)
        {
            // Conversions that saturate, and arithmetic of 128 bits.
            case <= 7 or (>= 19 and <= 22):
                break;
            case 9 or 13 or 15 or 16 or 17:
                _ = body.Unsigned32();
                break;
            case 12 or 14:
                _ = body.Unsigned32();
                _ = body.Unsigned32();
                break;
            default:
                throw body.Refuse($"has an unknown instruction, 0xfc 0x{opcode:x2}");
        }
    }

    /// <summary>Of one that begins with 0xfd.</summary>
    public static void SkipVector(ref WasmReader body, uint opcode)
    {
        const uint last = 0x113;
        switch (opcode)
        {
            case 0x0C:
                _ = body.Bytes(ConstantBytes);
                break;
            case 0x0D:
                _ = body.Bytes(ShuffleBytes);
                break;
            case >= 0x15 and <= 0x22:
                _ = body.Byte();
                break;
            case > last:
                throw body.Refuse($"has an unknown instruction, 0xfd 0x{opcode:x2}");
            default:
                break;
        }
    }

    /// <summary>Of one that begins with 0xfb, its opcode included.</summary>
    public static void SkipGarbageCollected(ref WasmReader body)
    {
        var opcode = body.Unsigned32();
        switch (opcode)
        {
            case 0 or 1 or 6 or 7 or 11 or 12 or 13 or 14 or 16:
                _ = body.Unsigned32();
                break;
            case (>= 2 and <= 5) or 8 or 9 or 10 or 17 or 18 or 19:
                _ = body.Unsigned32();
                _ = body.Unsigned32();
                break;
            case >= 20 and <= 23:
                TypeReader.SkipHeap(ref body);
                break;
            case 24 or 25:
                _ = body.Byte();
                _ = body.Unsigned32();
                TypeReader.SkipHeap(ref body);
                TypeReader.SkipHeap(ref body);
                break;
            case 15 or (>= 26 and <= 30):
                break;
            default:
                throw body.Refuse($"has an unknown instruction, 0xfb 0x{opcode:x2}");
        }
    }

    // Nothing, a type of values, or the index of a type, all of which a number of 33 bits holds.
    private static void SkipBlockType(ref WasmReader body)
    {
        const long nullableReference = 0x63 - 0x80,
            reference = 0x64 - 0x80;
        if (body.Signed33() is nullableReference or reference)
        {
            TypeReader.SkipHeap(ref body);
        }
    }

    private static void SkipIndices(ref WasmReader body)
    {
        for (var left = body.Unsigned32(); left > 0; left--)
        {
            _ = body.Unsigned32();
        }
    }

    private static void SkipCatches(ref WasmReader body)
    {
        for (var left = body.Unsigned32(); left > 0; left--)
        {
            var namesTag = body.Byte() <= 1;
            if (namesTag)
            {
                _ = body.Unsigned32();
            }

            _ = body.Unsigned32();
        }
    }
}
