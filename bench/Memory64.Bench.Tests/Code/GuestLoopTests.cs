using System.Runtime.InteropServices;
using Memory64.Bench.Guests;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Code;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Code;

/// <summary>The loops of the committed guests, compiled by every engine at hand.</summary>
public sealed class GuestLoopTests
{
    private const int FirstWithInlinedCopies = 46;

    private static readonly string[] Kernels =
    [
        .. from way in new[] { "read", "write" }
        from width in new[] { 1, 4, 8, 16 }
        from suffix in new[] { "", "_at" }
        select $"{way}{width}{suffix}",
    ];

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Kernels_have_the_loops_that_were_recorded(string name)
    {
        Assert.SkipUnless(
            RuntimeInformation.ProcessArchitecture == Architecture.X64,
            "Loops were recorded on x64."
        );
        var major = EnginesAtHand.MajorOf(name);
        var rows = RecordedLoops.All.Where(row => row.From <= major && major <= row.To).ToList();
        Assert.NotEmpty(rows);
        foreach (var guest in rows.GroupBy(row => row.Guest))
        {
            var compiled = Compile(name, guest.Key);
            Assert.Equal(
                guest.Select(row => $"{row.Kernel}: {row.Kinds}"),
                guest.Select(row => $"{row.Kernel}: {Describe(compiled, row.Kernel)}")
            );
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Memory32_has_no_check_and_memory64_one_an_access(string name)
    {
        var (memory32, memory64) = (Compile(name, "access-m32"), Compile(name, "access-m64"));
        foreach (var kernel in Kernels)
        {
            var (without, with) = (LoopOf(memory32, kernel), LoopOf(memory64, kernel));
            Assert.Equal(8, Accesses(without));
            Assert.Equal(0, without.Count(InstructionKind.Check));
            Assert.Equal(8, Accesses(with));
            Assert.InRange(with.Count(InstructionKind.Check), 16, 32);
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Without_Spectre_mitigation_no_loop_selects(string name)
    {
        string[] selects = ["cmov", "csel"];
        var without = new EngineConfiguration { SpectreMitigation = false };
        Assert.Contains(Texts(EngineConfiguration.Default), IsSelect);
        Assert.DoesNotContain(Texts(without), IsSelect);
        Assert.Equal(8, Accesses(LoopOf(Compile(name, "access-m64", without), "read8")));

        IEnumerable<string> Texts(EngineConfiguration configuration) =>
            from guest in new[] { "access-m64", "stream-m64", "latency-m64" }
            from function in Compile(name, guest, configuration).Functions
            from loop in function.Loops
            from instruction in loop.Instructions
            select instruction.Text;

        bool IsSelect(string text) =>
            Array.Exists(selects, select => text.StartsWith(select, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Copies_of_constant_length_are_calls_up_to_45(string name)
    {
        var calls = EnginesAtHand.MajorOf(name) < FirstWithInlinedCopies ? 1 : 0;
        foreach (var guest in new[] { "bulk-m32", "bulk-m64" })
        {
            var compiled = Compile(name, guest);
            Assert.Equal(calls, LoopOf(compiled, "copy16").Count(InstructionKind.Call));
            Assert.Equal(calls, LoopOf(compiled, "copy64").Count(InstructionKind.Call));
            Assert.Equal(1, LoopOf(compiled, "copy").Count(InstructionKind.Call));
        }
    }

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void An_engine_makes_the_same_code_twice_and_other_code_of_another_kernel(string name)
    {
        var (first, second) = (Hashes(), Hashes());
        Assert.Equal(first, second);
        Assert.NotEqual(first["read8"], first["write8"]);
        Assert.NotEqual(first["read8"], first["read4"]);

        Dictionary<string, string> Hashes()
        {
            var compiled = Compile(name, "access-m64");
            return Kernels.ToDictionary(kernel => kernel, kernel => LoopOf(compiled, kernel).Hash);
        }
    }

    [Fact]
    public void Engines_that_make_the_same_code_have_the_same_hash()
    {
        Assert.SkipUnless(
            RuntimeInformation.ProcessArchitecture == Architecture.X64,
            "Loops were compared on x64."
        );
        Assert.Equal(HashOf("24.0.0", "read8"), HashOf("30.0.0", "read8"));
        Assert.Equal(HashOf("48.0.0", "read8"), HashOf("50.0.1", "read8"));
        Assert.NotEqual(HashOf("36.0.0", "read8"), HashOf("44.0.0", "read8"));

        static string HashOf(string name, string kernel) =>
            LoopOf(Compile(name, "access-m32"), kernel).Hash;
    }

    private static CompiledModule Compile(
        string name,
        string guest,
        EngineConfiguration? configuration = null
    )
    {
        var wasm = Guest.Named(guest).Wasm;
        using var engine = (configuration ?? EngineConfiguration.Default).CreateEngine(
            EnginesAtHand.Load(name)
        );
        using var module = new Module(engine, wasm.Span);
        return CompiledModule.Read(module.Serialize(), wasm);
    }

    private static CodeLoop LoopOf(CompiledModule compiled, string kernel) =>
        Assert.Single(compiled.Function(kernel).Loops);

    private static int Accesses(CodeLoop loop) =>
        loop.Count(InstructionKind.Load) + loop.Count(InstructionKind.Store);

    private static string Describe(CompiledModule compiled, string kernel)
    {
        var loop = LoopOf(compiled, kernel);
        return string.Join(
            ", ",
            Enum.GetValues<InstructionKind>()
                .Where(kind => loop.Count(kind) > 0)
                .Select(kind => $"{loop.Count(kind)} {kind}")
        );
    }
}
