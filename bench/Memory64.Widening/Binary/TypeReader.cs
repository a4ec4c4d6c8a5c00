using Memory64.Widening.Types;

namespace Memory64.Widening.Binary;

/// <summary>Reads types, of which only those of functions count here.</summary>
internal static class TypeReader
{
    private const byte Recursion = 0x4E,
        FinalSub = 0x4F,
        Sub = 0x50,
        Array = 0x5E,
        Struct = 0x5F,
        Function = 0x60;

    // ref null and ref, before the type that is referred to.
    private const byte NullableReference = 0x63,
        Reference = 0x64;

    private const byte Exact = 0x62;

    // Of limits.
    private const byte HasMaximum = 1,
        HasPageSize = 8;

    /// <summary>Reads a section of types.</summary>
    /// <returns>For each type its signature, <see langword="null"/> where it is no function's.</returns>
    public static List<Signature?> Section(ref WasmReader reader)
    {
        List<Signature?> types = [];
        for (var left = reader.Unsigned32(); left > 0; left--)
        {
            var form = reader.Byte();
            if (form != Recursion)
            {
                types.Add(SubType(ref reader, form));
                continue;
            }

            for (var inside = reader.Unsigned32(); inside > 0; inside--)
            {
                types.Add(SubType(ref reader, reader.Byte()));
            }
        }

        return types;
    }

    /// <summary>Reads a type of values.</summary>
    public static NumberType Value(ref WasmReader reader)
    {
        var type = reader.Byte();
        if (type is NullableReference or Reference)
        {
            SkipHeap(ref reader);
        }

        return type >= (byte)NumberType.V128 ? (NumberType)type : NumberType.Reference;
    }

    /// <summary>Passes over the limits of a memory or a table.</summary>
    public static void SkipLimits(ref WasmReader reader)
    {
        var flags = reader.Byte();
        _ = reader.Unsigned64();
        if ((flags & HasMaximum) != 0)
        {
            _ = reader.Unsigned64();
        }

        if ((flags & HasPageSize) != 0)
        {
            _ = reader.Unsigned32();
        }
    }

    /// <summary>Passes over a type of what is referred to.</summary>
    public static void SkipHeap(ref WasmReader reader)
    {
        const long exact = Exact - 0x80;
        if (reader.Signed33() == exact)
        {
            _ = reader.Unsigned32();
        }
    }

    private static Signature? SubType(ref WasmReader reader, byte form)
    {
        if (form is Sub or FinalSub)
        {
            for (var left = reader.Unsigned32(); left > 0; left--)
            {
                _ = reader.Unsigned32();
            }

            form = reader.Byte();
        }

        switch (form)
        {
            case Function:
                var parameters = Values(ref reader);
                return new(parameters, Values(ref reader));
            case Struct:
                for (var left = reader.Unsigned32(); left > 0; left--)
                {
                    SkipField(ref reader);
                }

                return null;
            case Array:
                SkipField(ref reader);
                return null;
            default:
                throw reader.Refuse($"has a type of an unknown form, 0x{form:x2}");
        }
    }

    private static List<NumberType> Values(ref WasmReader reader)
    {
        List<NumberType> values = [];
        for (var left = reader.Unsigned32(); left > 0; left--)
        {
            values.Add(Value(ref reader));
        }

        return values;
    }

    private static void SkipField(ref WasmReader reader)
    {
        _ = Value(ref reader);
        _ = reader.Byte();
    }
}
