using ELFSharp.ELF;
using ELFSharp.ELF.Sections;

namespace Memory64.Code.Images;

/// <summary>The code and its symbols in an ELF file that an engine serialized.</summary>
internal sealed class ElfImage
{
    private const string AddressMapSection = ".wasmtime.addrmap";

    private ElfImage(
        Machine machine,
        byte[] code,
        IReadOnlyList<ElfSymbol> symbols,
        byte[] addressMap
    )
    {
        Machine = machine;
        Code = code;
        Symbols = symbols;
        AddressMap = addressMap;
    }

    /// <summary>The processor, <c>e_machine</c>.</summary>
    internal Machine Machine { get; }

    /// <summary>The section <c>.text</c>. Symbols are relative to it.</summary>
    internal byte[] Code { get; }

    /// <summary>The functions in it.</summary>
    internal IReadOnlyList<ElfSymbol> Symbols { get; }

    /// <summary>The section that says where code comes from; empty where there is none.</summary>
    internal byte[] AddressMap { get; }

    /// <summary>Reads a file from memory.</summary>
    /// <exception cref="InvalidDataException">It is no ELF file of 64 bits, or broken.</exception>
    internal static ElfImage Read(ReadOnlyMemory<byte> file)
    {
        if (!file.Span.StartsWith("\u007FELF"u8))
        {
            throw new InvalidDataException("it is no ELF file");
        }

        ElfImage image;
        try
        {
            using var elf = ELFReader.Load<ulong>(
                new MemoryStream(file.ToArray(), writable: false),
                shouldOwnStream: true
            );
            var code = elf.GetSection(".text").GetContents();
            var symbols = ((SymbolTable<ulong>)elf.GetSection(".symtab"))
                .Entries.Where(symbol => symbol.Type == SymbolType.Function)
                .Select(symbol => new ElfSymbol(symbol.Name, symbol.Value, symbol.Size))
                .ToList();
            image = new(
                elf.Machine,
                code,
                symbols,
                elf.TryGetSection(AddressMapSection, out var map) ? map.GetContents() : []
            );
        }
        // The reader trusts what it reads, and has no exception of its own.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new InvalidDataException(
                $"it is cut short or broken at {file.Length} bytes",
                exception
            );
        }

        var length = (ulong)image.Code.Length;
        return
            image.Symbols.FirstOrDefault(symbol =>
                symbol.Start > length || symbol.Bytes > length - symbol.Start
            )
                is { } beyond
            ? throw new InvalidDataException($"its function {beyond.Name} lies beyond its code")
            : image;
    }
}
