namespace Memory64.Widening.Binary;

/// <summary>The eight bytes with which a module begins.</summary>
internal static class ModuleHeader
{
    private const uint Magic = 0x6D736100,
        Version = 1,
        ComponentVersion = 0x1000D;

    /// <summary>Reads them.</summary>
    /// <exception cref="WideningException">They are of something else.</exception>
    public static void Check(ref WasmReader reader)
    {
        if (reader.Fixed32() != Magic)
        {
            throw new WideningException("is no WebAssembly module: it doesn't begin with \\0asm");
        }

        switch (reader.Fixed32())
        {
            case Version:
                return;
            case ComponentVersion:
                throw new WideningException("is a component; only core modules can be widened");
            case var other:
                throw new WideningException(
                    $"is of version {other} of the binary format; 1 is known"
                );
        }
    }
}
