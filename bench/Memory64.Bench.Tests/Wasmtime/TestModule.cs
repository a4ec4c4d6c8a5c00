using System.Text;

namespace Memory64.Bench.Tests.Wasmtime;

/// <summary>Modules that no guest is: one exported function, encoded by hand (WebAssembly core specification, chapter 5).</summary>
internal static class TestModule
{
    internal const byte I32 = 0x7F;
    internal const byte I64 = 0x7E;

    private const byte Unreachable = 0x00;
    private const byte End = 0x0B;

    /// <summary>A function of that name and type, whose body is <c>unreachable</c>.</summary>
    internal static byte[] Trapping(string name, byte[] parameters, byte[] results) =>
        [
            .. "\0asm"u8,
            .. (byte[])[1, 0, 0, 0],
            .. Section(1, [1, 0x60, .. Counted(parameters), .. Counted(results)]),
            .. Section(3, [1, 0]),
            .. Section(7, [1, .. Counted(Encoding.UTF8.GetBytes(name)), 0, 0]),
            .. Section(10, [1, .. Counted([0, Unreachable, End])]),
        ];

    private static byte[] Section(byte id, byte[] content) => [id, .. Counted(content)];

    // A length below 128 is one byte in LEB128.
    private static byte[] Counted(byte[] content) => [checked((byte)content.Length), .. content];
}
