using System.Runtime.InteropServices;
using Memory64.Code;
using Xunit;

namespace Memory64.Bench.Tests.Code;

/// <summary>The same for arm64, of words encoded by hand: their text shows that they are what is meant.</summary>
public sealed class Arm64KindTests
{
    [Fact]
    public void A_check_by_select_and_barrier() =>
        AssertLoop(
            [
                0xF9401C09, // ldr x9, [x0, #0x38]: the base
                0xF940200A,
                0x9100204B,
                0x8B02012C,
                0xD280000D,
                0xEB0A017F,
                0x9A8C81AC,
                0xD503229F,
                0xF940018E,
                0x8B0E0084,
                0x91004042,
                0xF1000463,
                0x54FFFEA1,
                0xAA0403E0, // mov x0, x4
                0xD65F03C0, // ret
            ],
            ("ldr x10, [x0, #0x40]", InstructionKind.Check),
            ("add x11, x2, #8", InstructionKind.Check),
            ("add x12, x9, x2", InstructionKind.Address),
            ("movz x13, #0", InstructionKind.Check),
            ("cmp x11, x10", InstructionKind.Check),
            ("csel x12, x13, x12, hi", InstructionKind.Check),
            ("csdb", InstructionKind.Check),
            ("ldr x14, [x12]", InstructionKind.Load),
            ("add x4, x4, x14", InstructionKind.Other),
            ("add x2, x2, #0x10", InstructionKind.Address),
            ("subs x3, x3, #1", InstructionKind.Loop),
            ("b.ne loop+0x0", InstructionKind.Loop)
        );

    [Fact]
    public void A_check_by_branch_a_call_and_a_spill() =>
        AssertLoop(
            [
                0xA9BE7BFD, // stp x29, x30, [sp, #-32]!
                0xF9401C13, // ldr x19, [x0, #0x38]: the base
                0xF9402014, // ldr x20, [x0, #0x40]: the bound
                0xAA0203F5, // mov x21, x2
                0xAA0303F6, // mov x22, x3
                0xEB1402BF,
                0x54000128,
                0xF8356A64,
                0x94000008,
                0xF9000BE0,
                0x910022B5,
                0xD10006D6,
                0xB5FFFF36,
                0xA8C27BFD, // ldp x29, x30, [sp], #32
                0xD65F03C0, // ret
                0x0000C11F, // udf #0xc11f
                0xD65F03C0, // ret: what is called
            ],
            ("cmp x21, x20", InstructionKind.Check),
            ("b.hi trap", InstructionKind.Check),
            ("str x4, [x19, x21]", InstructionKind.Store),
            ("bl function", InstructionKind.Call),
            ("str x0, [sp, #0x10]", InstructionKind.Spill),
            ("add x21, x21, #8", InstructionKind.Address),
            ("sub x22, x22, #1", InstructionKind.Loop),
            ("cbnz x22, loop+0x0", InstructionKind.Loop)
        );

    [Fact]
    public void An_index_of_32_bits_is_extended_by_the_access() =>
        AssertLoop(
            [
                0xF9401C09, // ldr x9, [x0, #0x38]: the base
                0xF862492A,
                0x11002042,
                0x8B0A0084,
                0xF1000463,
                0x54FFFF81,
                0xAA0403E0, // mov x0, x4
                0xD65F03C0, // ret
            ],
            ("ldr x10, [x9, w2, uxtw]", InstructionKind.Load),
            ("add w2, w2, #8", InstructionKind.Address),
            ("add x4, x4, x10", InstructionKind.Other),
            ("subs x3, x3, #1", InstructionKind.Loop),
            ("b.ne loop+0x0", InstructionKind.Loop)
        );

    private static void AssertLoop(
        uint[] words,
        params (string Text, InstructionKind Kind)[] expected
    )
    {
        var code = MemoryMarshal.AsBytes<uint>(words).ToArray();
        var loop = TestImage.OnlyLoop(TestImage.Arm64, code);
        Assert.Equal(
            expected,
            loop.Instructions.Select(instruction => (instruction.Text, instruction.Kind))
        );
    }
}
