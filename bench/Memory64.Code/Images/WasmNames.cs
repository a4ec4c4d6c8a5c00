namespace Memory64.Code.Images;

/// <summary>What a WebAssembly binary calls its functions. The numbers count imported functions first.</summary>
/// <remarks>Source: <see href="https://webassembly.github.io/spec/core/binary/modules.html"/> and its appendix on names.</remarks>
internal sealed class WasmNames
{
    private const byte CustomSection = 0;
    private const byte ExportSection = 7;
    private const byte FunctionNames = 1;
    private const byte FunctionExport = 0;

    private readonly Dictionary<uint, string> _named = [];
    private readonly Dictionary<string, uint> _exports = [];
    private readonly Dictionary<uint, string> _exported = [];

    private WasmNames() { }

    /// <summary>Exported functions by name.</summary>
    internal IReadOnlyDictionary<string, uint> Exports => _exports;

    /// <summary>What function <paramref name="index"/> is exported as, else named, else <c>function[N]</c>.</summary>
    internal string NameOf(uint index) =>
        _exported.TryGetValue(index, out var export) ? export
        : _named.TryGetValue(index, out var name) ? name
        : $"function[{index}]";

    /// <summary>Reads the sections that name functions.</summary>
    /// <exception cref="InvalidDataException">It is no module of version 1, or these sections are broken.</exception>
    internal static WasmNames Read(ReadOnlySpan<byte> wasm)
    {
        if (!wasm.StartsWith("\0asm\x01\0\0\0"u8))
        {
            throw new InvalidDataException("the wasm bytes are no module of version 1");
        }

        var names = new WasmNames();
        var module = new WasmReader(wasm[8..]);
        while (!module.IsEmpty)
        {
            var id = module.Byte();
            var section = new WasmReader(module.Bytes(module.Number()));
            if (id == ExportSection)
            {
                names.ReadExports(ref section);
            }
            else if (id == CustomSection && section.Name() == "name")
            {
                names.ReadNames(ref section);
            }
        }

        return names;
    }

    private void ReadExports(ref WasmReader section)
    {
        for (var left = section.Number(); left > 0; left--)
        {
            var name = section.Name();
            var kind = section.Byte();
            var index = section.Number();
            if (kind == FunctionExport)
            {
                _exports[name] = index;
                _exported.TryAdd(index, name);
            }
        }
    }

    private void ReadNames(ref WasmReader section)
    {
        while (!section.IsEmpty)
        {
            var id = section.Byte();
            var part = new WasmReader(section.Bytes(section.Number()));
            if (id != FunctionNames)
            {
                continue;
            }

            for (var left = part.Number(); left > 0; left--)
            {
                var index = part.Number();
                _named[index] = part.Name();
            }
        }
    }
}
