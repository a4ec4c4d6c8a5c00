using System.Buffers.Binary;
using System.Text;
using Memory64.Code;

namespace Memory64.Bench.Tests.Code;

/// <summary>An ELF file as an engine would serialize it, of functions that a test made, and a module that exports them.</summary>
internal static class TestImage
{
    internal const ushort X64 = 62;
    internal const ushort Arm64 = 183;

    private const int HeaderLength = 64;
    private const int SectionLength = 64;
    private const int SymbolLength = 24;
    private const byte LocalFunction = 2;

    /// <summary>The module with functions <c>f0</c>, <c>f1</c> ...</summary>
    internal static CompiledModule Module(ushort machine, params byte[][] functions) =>
        CompiledModule.Read(Serialized(machine, functions), Wasm(functions.Length));

    /// <summary>The only loop of a function.</summary>
    internal static CodeLoop OnlyLoop(ushort machine, params byte[][] functions) =>
        Xunit.Assert.Single(Module(machine, functions).Function("f0").Loops);

    internal static byte[] Serialized(ushort machine, params byte[][] functions)
    {
        byte[] text = [.. functions.SelectMany(code => code)];
        var names = functions.Select((_, i) => $"wasm[0]::function[{i}]\0").ToList();
        var symbols = new MemoryStream();
        symbols.Write(new byte[SymbolLength]);
        var (nameAt, codeAt) = (1, 0);
        for (var i = 0; i < functions.Length; i++)
        {
            symbols.Write(Bytes(nameAt, sizeof(uint)));
            symbols.Write([LocalFunction, 0, 1, 0]);
            symbols.Write(Bytes(codeAt, sizeof(ulong)));
            symbols.Write(Bytes(functions[i].Length, sizeof(ulong)));
            nameAt += names[i].Length;
            codeAt += functions[i].Length;
        }

        const string sectionNames = "\0.text\0.symtab\0.strtab\0.shstrtab\0";
        (string Name, int Type, byte[] Content, int Link, int Entry)[] sections =
        [
            (".text", 1, text, 0, 0),
            (".symtab", 2, symbols.ToArray(), 3, SymbolLength),
            (".strtab", 3, Encoding.ASCII.GetBytes($"\0{string.Concat(names)}"), 0, 0),
            (".shstrtab", 3, Encoding.ASCII.GetBytes(sectionNames), 0, 0),
        ];
        var file = new MemoryStream();
        file.Write(new byte[HeaderLength]);
        var table = new MemoryStream();
        table.Write(new byte[SectionLength]);
        foreach (var (name, type, content, link, entry) in sections)
        {
            var at = sectionNames.IndexOf($"\0{name}\0", StringComparison.Ordinal) + 1;
            table.Write([.. Bytes(at, 4), .. Bytes(type, 4), .. Bytes(0, 16)]);
            table.Write([.. Bytes(file.Position, 8), .. Bytes(content.Length, 8)]);
            table.Write([.. Bytes(link, 4), .. Bytes(1, 4), .. Bytes(1, 8), .. Bytes(entry, 8)]);
            file.Write(content);
        }

        var sectionsAt = file.Position;
        file.Write(table.ToArray());
        file.Position = 0;
        file.Write([0x7F, .. "ELF"u8, 2, 1, 1, 0xC8, .. Bytes(0, 8)]);
        file.Write([.. Bytes(1, 2), .. Bytes(machine, 2), .. Bytes(1, 4), .. Bytes(0, 16)]);
        file.Write([.. Bytes(sectionsAt, 8), .. Bytes(0, 4), .. Bytes(HeaderLength, 2)]);
        file.Write([.. Bytes(0, 4), .. Bytes(SectionLength, 2)]);
        file.Write([.. Bytes(sections.Length + 1, 2), .. Bytes(sections.Length, 2)]);
        return file.ToArray();
    }

    internal static byte[] Wasm(int functions)
    {
        var exports = Enumerable
            .Range(0, functions)
            .SelectMany(i => new byte[] { 2, (byte)'f', (byte)('0' + i), 0, (byte)i })
            .Prepend((byte)functions)
            .ToArray();
        return [.. "\0asm\x01\0\0\0"u8, 7, (byte)exports.Length, .. exports];
    }

    private static byte[] Bytes(long value, int count)
    {
        var bytes = new byte[Math.Max(count, sizeof(ulong))];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes[..count];
    }
}
