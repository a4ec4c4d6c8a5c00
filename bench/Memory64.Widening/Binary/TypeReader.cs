namespace Memory64.Widening.Binary;

/// <summary>Reads types, of which only the number of a function's parameters counts here.</summary>
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

    /// <summary>Reads a section of types.</summary>
    /// <returns>For each type how many parameters it has, -1 where it is no function's.</returns>
    public static List<int> Section(ref WasmReader reader)
    {
        List<int> parameters = [];
        for (var left = reader.Unsigned32(); left > 0; left--)
        {
            var form = reader.Byte();
            if (form != Recursion)
            {
                parameters.Add(SubType(ref reader, form));
                continue;
            }

            for (var inside = reader.Unsigned32(); inside > 0; inside--)
            {
                parameters.Add(SubType(ref reader, reader.Byte()));
            }
        }

        return parameters;
    }

    /// <summary>Passes over a type of values.</summary>
    public static void SkipValue(ref WasmReader reader)
    {
        if (reader.Byte() is NullableReference or Reference)
        {
            SkipHeap(ref reader);
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

    private static int SubType(ref WasmReader reader, byte form)
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
                var parameters = SkipValues(ref reader);
                _ = SkipValues(ref reader);
                return parameters;
            case Struct:
                for (var left = reader.Unsigned32(); left > 0; left--)
                {
                    SkipField(ref reader);
                }

                return -1;
            case Array:
                SkipField(ref reader);
                return -1;
            default:
                throw reader.Refuse($"has a type of an unknown form, 0x{form:x2}");
        }
    }

    private static int SkipValues(ref WasmReader reader)
    {
        var count = reader.Unsigned32();
        for (var left = count; left > 0; left--)
        {
            SkipValue(ref reader);
        }

        return (int)count;
    }

    private static void SkipField(ref WasmReader reader)
    {
        SkipValue(ref reader);
        _ = reader.Byte();
    }
}
