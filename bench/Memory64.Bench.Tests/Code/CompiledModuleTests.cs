using Memory64.Bench.Guests;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Code;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Code;

/// <summary>What a compiled module is made of, and what is said where it can't be read.</summary>
public sealed class CompiledModuleTests
{
    private const int Riscv = 243;
    private static readonly byte[] Return = [0xC3];

    [Fact]
    public void A_function_is_found_by_its_export_and_counted_with_the_imported_ones()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        var wasm = Guest.Named("bridge-m32").Wasm;
        using var module = new Module(engine, wasm.Span);
        var compiled = CompiledModule.Read(module.Serialize(), wasm);

        Assert.Equal(1, compiled.Functions[0].Index);
        Assert.Equal("bridge8", compiled.Function("bridge8").Name);
        Assert.InRange(compiled.Function("read8").Bytes, 100, 1000);
        Assert.Equal(
            System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString(),
            $"{compiled.Architecture}"
        );
    }

    [Fact]
    public void A_function_that_is_not_exported_has_the_name_sections_name_or_its_number()
    {
        byte[] names = [1, 6, 1, 1, 3, (byte)'s', (byte)'u', (byte)'m'];
        byte[] wasm = [.. TestImage.Wasm(1), 0, (byte)(5 + names.Length), 4, .. "name"u8, .. names];
        var compiled = CompiledModule.Read(
            TestImage.Serialized(TestImage.X64, Return, Return, Return),
            wasm
        );
        Assert.Equal(
            ["f0", "sum", "function[2]"],
            compiled.Functions.Select(function => function.Name)
        );
    }

    [Fact]
    public void A_function_that_is_not_there_is_named_with_those_that_are()
    {
        var exception = Assert.Throws<CodeException>(() =>
            TestImage.Module(TestImage.X64, Return, Return).Function("f9")
        );
        Assert.Equal(
            "The module exports no function f9 of its own; it has f0, f1.",
            exception.Message
        );
    }

    [Fact]
    public void What_is_no_ELF_file_is_refused() =>
        AssertRefused("no ELF", [.. "MZ\0\0"u8, .. new byte[200]], TestImage.Wasm(1));

    [Fact]
    public void Code_for_another_processor_is_refused() =>
        AssertRefused(
            "neither x64 nor arm64",
            TestImage.Serialized(Riscv, Return),
            TestImage.Wasm(1)
        );

    [Fact]
    public void A_function_beyond_the_code_is_refused()
    {
        var file = TestImage.Serialized(TestImage.X64, Return);
        // The size of the only symbol, behind the header, one byte of code, and an empty symbol.
        file[64 + 1 + 24 + 16] = 200;
        AssertRefused("function[0] lies beyond", file, TestImage.Wasm(1));
    }

    [Fact]
    public void What_is_no_module_is_refused() =>
        AssertRefused(
            "no module",
            TestImage.Serialized(TestImage.X64, Return),
            [.. "\0asm\x02\0\0\0"u8]
        );

    [Fact]
    public void A_module_cut_short_is_refused_whatever_its_length()
    {
        var file = TestImage.Serialized(TestImage.X64, Return, Return);
        for (var length = 0; length < file.Length; length++)
        {
            AssertRefused("", file[..length], TestImage.Wasm(2));
        }
    }

    [Fact]
    public void An_engines_own_file_cut_short_is_refused_whatever_its_length()
    {
        using var engine = new Engine(EnginesAtHand.Default);
        var wasm = Guest.Named("latency-m64").Wasm.ToArray();
        using var module = new Module(engine, wasm);
        var file = module.Serialize();
        for (var length = 0; length < file.Length; length += 37)
        {
            AssertRefused("", file[..length], wasm);
        }
    }

    [Fact]
    public void Wasm_sections_cut_short_or_endless_are_refused()
    {
        var file = TestImage.Serialized(TestImage.X64, Return);
        var wasm = TestImage.Wasm(1);
        for (var length = 0; length < wasm.Length; length++)
        {
            if (length != 8)
            {
                AssertRefused("", file, wasm[..length]);
            }
        }

        byte[] manyBytes = [.. wasm[..8], 7, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1];
        AssertRefused("more than 32 bits", file, manyBytes);
        byte[] manyExports = [.. wasm[..8], 7, 5, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F];
        AssertRefused("cut short", file, manyExports);
    }

    [Fact]
    public void Nothing_but_the_refusal_comes_out_of_a_broken_file()
    {
        var file = TestImage.Serialized(TestImage.X64, Return, Return);
        for (var i = 0; i < file.Length; i++)
        {
            foreach (var value in new byte[] { 0x00, 0x7F, 0xFF })
            {
                var broken = file.ToArray();
                broken[i] = value;
                try
                {
                    foreach (
                        var function in CompiledModule.Read(broken, TestImage.Wasm(2)).Functions
                    )
                    {
                        Assert.Empty(function.Loops);
                    }
                }
                catch (CodeException exception)
                {
                    Assert.DoesNotContain('\n', exception.Message);
                }
            }
        }
    }

    private static void AssertRefused(string reason, byte[] serialized, byte[] wasm)
    {
        var exception = Assert.Throws<CodeException>(() => CompiledModule.Read(serialized, wasm));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
