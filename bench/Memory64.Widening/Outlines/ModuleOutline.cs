using Memory64.Widening.Binary;
using Memory64.Widening.Types;

namespace Memory64.Widening.Outlines;

/// <summary>What a module wants from its host and offers to it, without what it does.</summary>
/// <param name="Imports">In order.</param>
/// <param name="Exports">In order.</param>
public sealed record ModuleOutline(IReadOnlyList<External> Imports, IReadOnlyList<External> Exports)
{
    /// <summary>Reads it.</summary>
    /// <param name="module">In the binary format. It is read, not validated.</param>
    /// <exception cref="WideningException">It is none; the message says what and where.</exception>
    public static ModuleOutline Read(ReadOnlySpan<byte> module)
    {
        var reader = new WasmReader(module, 0);
        ModuleHeader.Check(ref reader);
        List<Signature?> types = [];
        List<uint> functions = [];
        List<External> imports = [],
            exports = [];
        while (!reader.IsAtEnd)
        {
            var id = (SectionId)reader.Byte();
            var content = reader.Part(reader.Unsigned32());
            switch (id)
            {
                case SectionId.Type:
                    types = TypeReader.Section(ref content);
                    break;
                case SectionId.Import:
                    for (var left = content.Unsigned32(); left > 0; left--)
                    {
                        imports.Add(Import(ref content, types, functions));
                    }

                    break;
                case SectionId.Function:
                    for (var left = content.Unsigned32(); left > 0; left--)
                    {
                        functions.Add(content.Unsigned32());
                    }

                    break;
                case SectionId.Export:
                    for (var left = content.Unsigned32(); left > 0; left--)
                    {
                        exports.Add(Export(ref content, types, functions));
                    }

                    break;
                default:
                    break;
            }
        }

        return new(imports, exports);
    }

    private static External Import(
        ref WasmReader reader,
        List<Signature?> types,
        List<uint> functions
    )
    {
        var (module, name) = (reader.Name(), reader.Name());
        var kind = (ExternalKind)reader.Byte();
        Signature? signature = null;
        switch (kind)
        {
            case ExternalKind.Function:
                var type = reader.Unsigned32();
                functions.Add(type);
                signature = SignatureOf(ref reader, types, type);
                break;
            case ExternalKind.Table:
                _ = TypeReader.Value(ref reader);
                TypeReader.SkipLimits(ref reader);
                break;
            case ExternalKind.Memory:
                TypeReader.SkipLimits(ref reader);
                break;
            case ExternalKind.Global:
                _ = TypeReader.Value(ref reader);
                _ = reader.Byte();
                break;
            case ExternalKind.Tag:
                _ = reader.Byte();
                _ = reader.Unsigned32();
                break;
            default:
                throw reader.Refuse($"has an import of an unknown kind, {(byte)kind}");
        }

        return new(module, name, kind, signature);
    }

    private static External Export(
        ref WasmReader reader,
        List<Signature?> types,
        List<uint> functions
    )
    {
        var name = reader.Name();
        var kind = (ExternalKind)reader.Byte();
        var index = reader.Unsigned32();
        return new(
            "",
            name,
            kind,
            kind != ExternalKind.Function ? null
                : index < (uint)functions.Count
                    ? SignatureOf(ref reader, types, functions[(int)index])
                : throw reader.Refuse($"exports function {index}, which it doesn't have")
        );
    }

    private static Signature SignatureOf(
        ref WasmReader reader,
        List<Signature?> types,
        uint type
    ) =>
        (type < (uint)types.Count ? types[(int)type] : null)
        ?? throw reader.Refuse($"has a function of type {type}, which is none of a function");
}
