using System.Text;

namespace Memory64.Bench.Tests.Widening;

/// <summary>
/// A module of one memory32 whose functions take two numbers of 64 bits and return one, as the binding calls them, encoded by hand
/// (WebAssembly core specification, chapter 5).
/// </summary>
internal sealed class WasmModule
{
    private readonly List<(string Name, byte[] Code)> _functions = [];

    /// <summary>The memory's limits, its flags first; one page by default, without a maximum.</summary>
    public byte[] Limits { get; init; } = [0, 1];

    /// <summary>What follows the sections of the specification's order up to code: data, and custom sections.</summary>
    public byte[] Rest { get; init; } = [];

    /// <summary>How many segments of data there are.</summary>
    public byte Segments { get; init; }

    /// <summary>Adds a function; its parameters are locals 0 and 1, and an i32 is local 2.</summary>
    public WasmModule With(string name, params byte[] code)
    {
        _functions.Add((name, code));
        return this;
    }

    /// <summary>In the binary format.</summary>
    public byte[] Bytes() =>
        [
            .. "\0asm"u8,
            .. (byte[])[1, 0, 0, 0],
            .. Section(1, [1, 0x60, 2, 0x7E, 0x7E, 1, 0x7E]),
            .. Section(3, Vector(_functions.Select(_ => (byte[])[0]))),
            .. Section(5, [1, .. Limits]),
            .. Section(
                7,
                Vector([
                    .. _functions.Select(
                        (function, index) =>
                            (byte[])
                                [
                                    .. Counted(Encoding.UTF8.GetBytes(function.Name)),
                                    0,
                                    .. Number(index),
                                ]
                    ),
                    [.. Counted("memory"u8), 2, 0],
                ])
            ),
            .. Section(12, [Segments]),
            .. Section(10, Vector(_functions.Select(f => Counted([1, 1, 0x7F, .. f.Code, 0x0B])))),
            .. Rest,
        ];

    /// <summary>A section.</summary>
    public static byte[] Section(byte id, byte[] content) => [id, .. Counted(content)];

    /// <summary>Bytes with their count before them.</summary>
    public static byte[] Counted(ReadOnlySpan<byte> content) =>
        [.. Number(content.Length), .. content];

    /// <summary>An unsigned LEB128.</summary>
    public static byte[] Number(long value) =>
        value < 0x80 ? [(byte)value] : [(byte)(value | 0x80), .. Number(value >> 7)];

    private static byte[] Vector(IEnumerable<byte[]> items) =>
        [.. Number(items.Count()), .. items.SelectMany(item => item)];
}
