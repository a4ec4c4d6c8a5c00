using Memory64.Widening.Binary;

namespace Memory64.Widening.Rewriting;

/// <summary>Passes over whole instructions, whatever they do.</summary>
internal static class Instructions
{
    /// <summary>One, of which the opcode was read.</summary>
    public static void Skip(ref WasmReader body, byte opcode)
    {
        switch (opcode)
        {
            case >= 0x28 and <= 0x3E:
                SkipArgument(ref body);
                break;
            case 0x3F or 0x40:
                _ = body.Unsigned32();
                break;
            case 0xFC:
                SkipBulk(ref body);
                break;
            case 0xFD:
                SkipVector(ref body);
                break;
            case 0xFE:
                SkipAtomic(ref body);
                break;
            case 0xFB:
                Immediates.SkipGarbageCollected(ref body);
                break;
            default:
                Immediates.Skip(ref body, opcode);
                break;
        }
    }

    private static void SkipArgument(ref WasmReader body)
    {
        const uint namesMemory = 1 << 6;
        if ((body.Unsigned32() & namesMemory) != 0)
        {
            _ = body.Unsigned32();
        }

        _ = body.Unsigned64();
    }

    private static void SkipBulk(ref WasmReader body)
    {
        var opcode = body.Unsigned32();
        switch (opcode)
        {
            case 8 or 10:
                _ = body.Unsigned32();
                _ = body.Unsigned32();
                break;
            case 11:
                _ = body.Unsigned32();
                break;
            default:
                Immediates.SkipBulk(ref body, opcode);
                break;
        }
    }

    private static void SkipVector(ref WasmReader body)
    {
        var opcode = body.Unsigned32();
        switch (opcode)
        {
            case <= 11 or 0x5C or 0x5D:
                SkipArgument(ref body);
                break;
            case >= 0x54 and <= 0x5B:
                SkipArgument(ref body);
                _ = body.Byte();
                break;
            default:
                Immediates.SkipVector(ref body, opcode);
                break;
        }
    }

    private static void SkipAtomic(ref WasmReader body)
    {
        const uint fence = 3;
        if (body.Unsigned32() == fence)
        {
            _ = body.Byte();
        }
        else
        {
            SkipArgument(ref body);
        }
    }
}
