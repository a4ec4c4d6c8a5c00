using Iced.Intel;

namespace Memory64.Bench.Tests.Code;

/// <summary>Functions assembled by hand, with the registers of compiled wasm: the context in rdi, arguments from rdx on.</summary>
internal static class X64Function
{
    /// <summary>Where these functions' context keeps a memory's base; its bound is 8 bytes behind.</summary>
    internal const int Base = 0x38;
    internal const int Bound = 0x40;

    internal static byte[] Assemble(Action<Assembler> code)
    {
        var assembler = new Assembler(64);
        code(assembler);
        var stream = new MemoryStream();
        assembler.Assemble(new StreamCodeWriter(stream), 0);
        return stream.ToArray();
    }
}
