using Iced.Intel;
using Memory64.Code;
using Xunit;
using static Iced.Intel.AssemblerRegisters;
using static Memory64.Bench.Tests.Code.X64Function;

namespace Memory64.Bench.Tests.Code;

/// <summary>Which loops there are, how they are written down, and when two of them count as the same code.</summary>
public sealed class X64LoopTests
{
    [Fact]
    public void Of_nested_loops_the_inner_ones_are_given_in_order_with_their_depth()
    {
        var function = TestImage
            .Module(
                TestImage.X64,
                Assemble(c =>
                {
                    var (outer, first, second, third) = (
                        c.CreateLabel(),
                        c.CreateLabel(),
                        c.CreateLabel(),
                        c.CreateLabel()
                    );
                    c.Label(ref outer);
                    c.mov(rsi, r9);
                    c.Label(ref first);
                    c.dec(rsi);
                    c.jne(first);
                    c.Label(ref second);
                    c.dec(rcx);
                    c.jne(second);
                    c.dec(rdx);
                    c.jne(outer);
                    c.Label(ref third);
                    c.dec(r8);
                    c.jne(third);
                    c.ret();
                })
            )
            .Function("f0");

        Assert.Equal([2, 2, 1], function.Loops.Select(loop => loop.Depth));
        Assert.Equal(
            ["dec rsi", "dec rcx", "dec r8"],
            function.Loops.Select(loop => loop.Instructions[0].Text)
        );
        Assert.All(
            function.Loops,
            loop =>
            {
                Assert.Equal("jne loop+0x0", loop.Instructions[1].Text);
                Assert.Equal(5, loop.Bytes);
                Assert.Equal(2, loop.Count(InstructionKind.Loop));
            }
        );
    }

    [Fact]
    public void Constants_among_the_code_are_no_code()
    {
        var loop = TestImage.OnlyLoop(
            TestImage.X64,
            Assemble(c =>
            {
                var (loop, constant) = (c.CreateLabel(), c.CreateLabel());
                c.Label(ref loop);
                c.imul(rax, __qword_ptr[constant]);
                c.dec(rcx);
                c.jne(loop);
                c.ret();
                c.Label(ref constant);
                c.db(0xEB, 0xFE);
            })
        );
        Assert.Equal(
            ["imul rax, [rip]", "dec rcx", "jne loop+0x0"],
            loop.Instructions.Select(instruction => instruction.Text)
        );
    }

    [Fact]
    public void A_hash_knows_neither_places_nor_padding_nor_where_the_context_keeps_a_field()
    {
        var plain = Hash(Base, 0, 0, 1);
        Assert.Matches("^[0-9a-f]{16}$", plain);
        Assert.Equal(plain, Hash(Base, 40, 0, 1));
        Assert.Equal(plain, Hash(Base, 0, 3, 1));
        Assert.Equal(plain, Hash(0x60, 0, 0, 1));
    }

    [Fact]
    public void A_hash_knows_other_instructions_and_other_constants()
    {
        Assert.NotEqual(Hash(Base, 0, 0, 1), Hash(Base, 0, 0, 2));
        Assert.NotEqual(Loop(c => c.add(rax, rbx)).Hash, Loop(c => c.add(rax, rsi)).Hash);
    }

    [Fact]
    public void A_hash_knows_a_base_from_a_bound()
    {
        Assert.NotEqual(
            Loop(c => c.mov(rbx, __[rdi + Base])).Hash,
            Loop(c => c.mov(rbx, __[rdi + Bound])).Hash
        );
        Assert.Equal(
            Loop(c => c.mov(rbx, __[rdi + 0x90])).Hash,
            Loop(c => c.mov(rbx, __[rdi + 0xA0])).Hash
        );
    }

    // A store to the memory, whose base the context keeps at 0x38.
    private static CodeLoop Loop(Action<Assembler> body) =>
        TestImage.OnlyLoop(
            TestImage.X64,
            Assemble(c =>
            {
                var loop = c.CreateLabel();
                c.mov(r11, __[rdi + Base]);
                c.Label(ref loop);
                body(c);
                c.mov(__[r11 + rdx], rax);
                c.dec(rcx);
                c.jne(loop);
                c.ret();
            })
        );

    private static string Hash(int field, int before, int padding, int step) =>
        TestImage
            .OnlyLoop(
                TestImage.X64,
                Assemble(c =>
                {
                    var (loop, trap) = (c.CreateLabel(), c.CreateLabel());
                    c.nop(before);
                    c.Label(ref loop);
                    c.mov(r11, __[rdi + field]);
                    c.cmp(rdx, __[rdi + field + 8]);
                    c.ja(trap);
                    c.nop(padding);
                    c.mov(__[r11 + rdx], rax);
                    c.add(rdx, step);
                    c.dec(rcx);
                    c.jne(loop);
                    c.ret();
                    c.nop(before);
                    c.Label(ref trap);
                    c.ud2();
                })
            )
            .Hash;
}
