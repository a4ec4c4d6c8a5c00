using Memory64.Code.Flow;
using Memory64.Code.Images;
using Memory64.Code.Operations;
using Memory64.Code.Values;

namespace Memory64.Code.Printed;

/// <summary>The machine code that V8 made of a WebAssembly module, as it prints it.</summary>
public sealed class PrintedModule : ICompiledCode
{
    private readonly Dictionary<uint, PrintedFunction> _functions;
    private readonly WasmNames _names;
    private readonly CodeArchitecture _architecture;

    private PrintedModule(string printed, WasmNames names)
    {
        _architecture = Decoders.OfProcess;
        _functions = PrintedCode.Functions(printed, _architecture);
        _names = names;
    }

    /// <summary>Reads a module; its code must be for this process's architecture.</summary>
    /// <param name="printed">What V8 has printed: <c>--print-wasm-code</c>.</param>
    /// <param name="wasm">The module that was compiled, which alone names its functions.</param>
    /// <exception cref="CodeException">It is no module, or this process is neither x64 nor arm64.</exception>
    public static PrintedModule Read(string printed, ReadOnlyMemory<byte> wasm)
    {
        try
        {
            return new(printed, WasmNames.Read(wasm.Span));
        }
        catch (InvalidDataException exception)
        {
            throw new CodeException(
                $"The compiled module can't be read: {exception.Message}.",
                exception
            );
        }
    }

    /// <inheritdoc/>
    public CompiledFunction Function(string export)
    {
        if (
            !_names.Exports.TryGetValue(export, out var index)
            || !_functions.TryGetValue(index, out var function)
        )
        {
            throw new CodeException($"V8 has printed no code of an exported function {export}.");
        }

        var end = function.Start + (ulong)function.Code.Length;
        var bytes = new PrintedBytes(function);
        var decoder = new V8Decoder(_architecture, bytes, function.Start);
        var graph = new FlowGraph(function.Start, CodeReach.From(function.Start, decoder));
        return new(
            export,
            (int)index,
            _architecture,
            function.Code.Length,
            () =>
            {
                var fields = new ContextFields();
                fields.LearnFrom(graph, decoder);
                return LoopFinder.Find(graph, decoder, fields, NameAt);
            }
        );

        string? NameAt(ulong target) =>
            target >= function.Start && target < end ? null : "V8's own code";
    }

    private sealed class PrintedBytes(PrintedFunction function) : CodeBytes
    {
        internal override byte this[ulong address] => function.Code[address - function.Start];

        internal override bool Holds(ulong address) =>
            address >= function.Start && address < function.Start + (ulong)function.Code.Length;

        internal override ulong? Pointer(ulong address) => null;
    }
}
