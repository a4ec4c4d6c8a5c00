using ELFSharp.ELF;
using Memory64.Code.Flow;
using Memory64.Code.Images;
using Memory64.Code.Operations;
using Memory64.Code.Values;

namespace Memory64.Code;

/// <summary>The machine code that an engine made of a WebAssembly module.</summary>
public sealed class CompiledModule : ICompiledCode
{
    private readonly byte[] _code;
    private readonly IReadOnlyList<ElfSymbol> _symbols;
    private readonly WasmNames _names;
    private readonly Lazy<AddressMap> _addresses;
    private readonly Dictionary<uint, CompiledFunction> _functions = [];
    private readonly List<Lazy<(FlowGraph Graph, IDecoder Decoder)>> _decoded = [];
    private readonly Lazy<ContextFields> _fields;

    private CompiledModule(ElfImage image, WasmNames names)
    {
        Architecture = image.Machine switch
        {
            Machine.AMD64 => CodeArchitecture.X64,
            Machine.AArch64 => CodeArchitecture.Arm64,
            var other => throw new InvalidDataException(
                $"its code is for {other}, neither x64 nor arm64"
            ),
        };
        _code = image.Code;
        _symbols = image.Symbols;
        _names = names;
        _addresses = new(() => Read(() => new AddressMap(image.AddressMap)));
        _fields = new(LearnFields);
        foreach (var symbol in _symbols)
        {
            if (FunctionSymbol.IndexOf(symbol.Name) is { } index)
            {
                var decoded = new Lazy<(FlowGraph Graph, IDecoder Decoder)>(() => Decode(symbol));
                _decoded.Add(decoded);
                _functions[index] = new(
                    names.NameOf(index),
                    (int)index,
                    Architecture,
                    (int)symbol.Bytes,
                    () => FindLoops(decoded.Value.Graph, decoded.Value.Decoder)
                );
            }
        }

        Functions = [.. _functions.Values.OrderBy(function => function.Index)];
    }

    /// <summary>The processor that it was compiled for.</summary>
    public CodeArchitecture Architecture { get; }

    /// <summary>The functions that the module defines, in their order.</summary>
    public IReadOnlyList<CompiledFunction> Functions { get; }

    /// <summary>Reads a module.</summary>
    /// <param name="serialized">What <c>wasmtime_module_serialize</c> gave.</param>
    /// <param name="wasm">The module that was compiled, which alone names its functions.</param>
    /// <exception cref="CodeException">
    /// The one is no ELF file, broken or for another architecture; or the other is no module.
    /// </exception>
    public static CompiledModule Read(ReadOnlyMemory<byte> serialized, ReadOnlyMemory<byte> wasm)
    {
        return Read(() => new CompiledModule(ElfImage.Read(serialized), WasmNames.Read(wasm.Span)));
    }

    /// <inheritdoc/>
    public CompiledFunction Function(string export) =>
        _names.Exports.TryGetValue(export, out var index)
        && _functions.TryGetValue(index, out var function)
            ? function
            : throw new CodeException(
                $"The module exports no function {export} of its own; it has {string.Join(", ", _names.Exports.Keys)}."
            );

    /// <summary>
    /// Which byte of the module became an instruction of one of its functions; <see langword="null"/> where none did, or the engine
    /// doesn't say.
    /// </summary>
    /// <param name="instruction">Of this module.</param>
    /// <exception cref="CodeException">The engine says it in a way that isn't known.</exception>
    public int? PositionOf(CodeInstruction instruction) =>
        _addresses.Value.PositionOf(instruction.Address);

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException exception)
        {
            throw new CodeException(
                $"The compiled module can't be read: {exception.Message}.",
                exception
            );
        }
    }

    private IReadOnlyList<CodeLoop> FindLoops(FlowGraph graph, IDecoder decoder) =>
        LoopFinder.Find(graph, decoder, _fields.Value, NameAt);

    private ContextFields LearnFields()
    {
        var fields = new ContextFields();
        foreach (var (graph, decoder) in _decoded.Select(decoded => decoded.Value))
        {
            if (graph.Operations.Count > 0)
            {
                fields.LearnFrom(graph, decoder);
            }
        }

        return fields;
    }

    private (FlowGraph Graph, IDecoder Decoder) Decode(ElfSymbol symbol)
    {
        var decoder = Decoders.Of(
            Architecture,
            new ImageBytes(_code, symbol.Start, symbol.Start + symbol.Bytes)
        );
        return (new(symbol.Start, CodeReach.From(symbol.Start, decoder)), decoder);
    }

    private string? NameAt(ulong address) =>
        _symbols.FirstOrDefault(symbol => symbol.Start == address) is not { } symbol ? null
        : FunctionSymbol.IndexOf(symbol.Name) is { } index ? _names.NameOf(index)
        : symbol.Name;
}
