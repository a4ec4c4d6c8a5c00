using System.Buffers.Binary;

namespace Memory64.Bench.Benchmarks.Shared;

/// <summary>The machine code in the compiled form of a module.</summary>
/// <remarks>
/// The form is an ELF file of 64 bits. Its section of code is filled up to a page, so the symbols are asked: each function has
/// one, with its size. Source of the layout: <see href="https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html"/>.
/// </remarks>
internal static class MachineCode
{
    private const int SectionsOffset = 0x28,
        SectionSizeOffset = 0x3A,
        SectionCountOffset = 0x3C;

    // In a section's header.
    private const int TypeOffset = 0x04,
        BytesOffset = 0x18,
        LengthOffset = 0x20,
        EntryOffset = 0x38;

    private const uint SymbolTable = 2;

    // In a symbol.
    private const int InfoOffset = 0x04,
        SizeOffset = 0x10;

    private const int TypeMask = 0xF,
        FunctionType = 2;

    /// <summary>Bytes of all functions, trampolines included.</summary>
    /// <param name="image">A compiled form.</param>
    /// <exception cref="InvalidDataException">It has no function.</exception>
    public static ulong BytesOf(ReadOnlySpan<byte> image)
    {
        var sections = (int)Number(image, SectionsOffset);
        var bytes = 0UL;
        for (var i = 0; i < Short(image, SectionCountOffset); i++)
        {
            var header = image[(sections + (i * Short(image, SectionSizeOffset)))..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(header[TypeOffset..]) == SymbolTable)
            {
                bytes += SumOfFunctions(
                    image.Slice(
                        (int)Number(header, BytesOffset),
                        (int)Number(header, LengthOffset)
                    ),
                    (int)Number(header, EntryOffset)
                );
            }
        }

        return bytes > 0
            ? bytes
            : throw new InvalidDataException("a compiled module without a function");
    }

    private static ulong SumOfFunctions(ReadOnlySpan<byte> symbols, int length)
    {
        var bytes = 0UL;
        for (var at = 0; at < symbols.Length; at += length)
        {
            var symbol = symbols.Slice(at, length);
            bytes +=
                (symbol[InfoOffset] & TypeMask) == FunctionType ? Number(symbol, SizeOffset) : 0;
        }

        return bytes;
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, int offset) =>
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[offset..]);

    private static int Short(ReadOnlySpan<byte> bytes, int offset) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);
}
