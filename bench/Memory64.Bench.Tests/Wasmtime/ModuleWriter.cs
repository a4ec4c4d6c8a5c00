using System.Text;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>Writes small modules: functions, one memory and its contents (WebAssembly core specification, chapter 5).</summary>
internal sealed class ModuleWriter
{
    internal const byte I32 = 0x7F;
    internal const byte I64 = 0x7E;
    internal const byte F32 = 0x7D;
    internal const byte F64 = 0x7C;
    internal const byte V128 = 0x7B;
    internal const byte FuncRef = 0x70;
    internal const byte ExternRef = 0x6F;

    internal const byte Unreachable = 0x00;
    internal const byte End = 0x0B;
    internal const byte CallCode = 0x10;
    internal const byte LocalGetCode = 0x20;
    internal const byte I32ConstCode = 0x41;
    internal const byte I64ConstCode = 0x42;

    private const byte FunctionKind = 0;
    private const byte GlobalKind = 3;
    private const byte MemoryKind = 2;

    private readonly List<byte[]> _types = [];
    private readonly List<byte[]> _imports = [];
    private readonly List<byte[]> _functions = [];
    private readonly List<byte[]> _memories = [];
    private readonly List<byte[]> _globals = [];
    private readonly List<byte[]> _exports = [];
    private readonly List<byte[]> _bodies = [];
    private readonly List<byte[]> _data = [];
    private byte[]? _start;
    private bool _is64;

    /// <summary>The instruction <c>call</c> of a function.</summary>
    internal static byte[] Call(int function) => [CallCode, .. Unsigned((ulong)function)];

    /// <summary>The instruction <c>i32.const</c>.</summary>
    internal static byte[] I32Const(int value) => [I32ConstCode, .. Signed(value)];

    /// <summary>Imports a function; imports come before functions. Returns its index.</summary>
    internal int Import(string module, string name, byte[] parameters, byte[] results)
    {
        _imports.Add([.. Text(module), .. Text(name), FunctionKind, .. Type(parameters, results)]);
        return _imports.Count - 1;
    }

    /// <summary>Adds a function without locals and exports it; its body is without the last <c>end</c>. Returns its index.</summary>
    internal int Function(string name, byte[] parameters, byte[] results, params byte[] body)
    {
        var index = _imports.Count + _functions.Count;
        _functions.Add(Type(parameters, results));
        _bodies.Add(Counted([0, .. body, End]));
        _exports.Add([.. Text(name), FunctionKind, .. Unsigned((ulong)index)]);
        return index;
    }

    /// <summary>Adds a trapping function with one parameter, whose type takes several bytes, and exports it.</summary>
    internal void FunctionOfOne(string name, byte[] parameter)
    {
        Function(name, [], [], Unreachable);
        _types[^1] = [0x60, 1, .. parameter, 0];
    }

    /// <summary>A function that hands its parameters on to another of the same type. Returns its index.</summary>
    internal int Forward(string name, int function, byte[] parameters, byte[] results) =>
        Function(
            name,
            parameters,
            results,
            [
                .. parameters.SelectMany((_, i) => (byte[])[LocalGetCode, .. Unsigned((ulong)i)]),
                .. Call(function),
            ]
        );

    /// <summary>Adds the memory and exports it as <c>memory</c>.</summary>
    internal void Memory(bool is64, uint pages, uint maximum)
    {
        _is64 = is64;
        _memories.Add([(byte)(is64 ? 0x05 : 0x01), .. Unsigned(pages), .. Unsigned(maximum)]);
        _exports.Add([.. Text("memory"), MemoryKind, 0]);
    }

    /// <summary>Adds an immutable <c>i32</c> global and exports it.</summary>
    internal void Global(string name)
    {
        _exports.Add([.. Text(name), GlobalKind, .. Unsigned((ulong)_globals.Count)]);
        _globals.Add([I32, 0, .. I32Const(0), End]);
    }

    /// <summary>Contents of the memory from an address on.</summary>
    internal void Data(uint address, params byte[] content) =>
        _data.Add([
            0,
            _is64 ? I64ConstCode : I32ConstCode,
            .. Signed(address),
            End,
            .. Counted(content),
        ]);

    /// <summary>Makes a function run at instantiation.</summary>
    internal void Start(int function) => _start = Unsigned((ulong)function);

    /// <summary>The module in the binary format.</summary>
    internal byte[] ToArray() =>
        [
            .. "\0asm"u8,
            .. (byte[])[1, 0, 0, 0],
            .. Section(1, _types),
            .. Section(2, _imports),
            .. Section(3, _functions),
            .. Section(5, _memories),
            .. Section(6, _globals),
            .. Section(7, _exports),
            .. _start is null ? [] : (byte[])[8, .. Counted(_start)],
            .. Section(10, _bodies),
            .. Section(11, _data),
        ];

    private byte[] Type(byte[] parameters, byte[] results)
    {
        _types.Add([0x60, .. Counted(parameters), .. Counted(results)]);
        return Unsigned((ulong)_types.Count - 1);
    }

    private static byte[] Section(byte id, List<byte[]> items) =>
        items.Count == 0
            ? []
            : [id, .. Counted([.. Unsigned((ulong)items.Count), .. items.SelectMany(x => x)])];

    private static byte[] Text(string text) => Counted(Encoding.UTF8.GetBytes(text));

    private static byte[] Counted(byte[] content) =>
        [.. Unsigned((ulong)content.Length), .. content];

    // LEB128: seven bits a byte, the lowest first, the eighth set in all but the last.
    private static byte[] Unsigned(ulong value) =>
        value < 0x80 ? [(byte)value] : [(byte)(value | 0x80), .. Unsigned(value >> 7)];

    private static byte[] Signed(long value) =>
        value is >= -0x40 and < 0x40
            ? [(byte)(value & 0x7F)]
            : [(byte)(value | 0x80), .. Signed(value >> 7)];
}
