using Iced.Intel;
using Memory64.Code;
using Xunit;
using static Iced.Intel.AssemblerRegisters;
using static Memory64.Bench.Tests.Code.X64Function;
using static Memory64.Code.InstructionKind;

namespace Memory64.Bench.Tests.Code;

/// <summary>What each instruction of a loop is for, where the answer is known: the loops are assembled here, a comment a line.</summary>
public sealed class X64KindTests
{
    [Fact]
    public void A_check_by_select_is_what_compares_and_selects_and_what_serves_only_that()
    {
        var kinds = Kinds(c =>
        {
            var loop = c.CreateLabel();
            c.Label(ref loop);
            c.mov(r10, __[rdi + Bound]); // Check: the bound
            c.mov(r11, __[rdi + Base]); // Address: the base
            c.lea(rcx, __[rdx + 8]); // Check: the access's end
            c.lea(rax, __[r11 + rdx + 8]); // Address
            c.xor(r9, r9); // Check: the zero
            c.cmp(rcx, r10); // Check
            c.cmova(rax, r9); // Check
            c.mov(rax, __[rax]); // Load
            c.add(rbx, rax); // Other
            c.add(rdx, 16); // Address
            c.sub(r8, 1); // Loop
            c.jne(loop); // Loop
            c.mov(rax, rbx);
            c.ret();
        });
        Assert.Equal(
            [Check, Address, Check, Address, Check, Check, Check, Load, Other, Address, Loop, Loop],
            kinds
        );
    }

    [Fact]
    public void A_check_by_branch_leads_to_a_trap()
    {
        var kinds = Kinds(c =>
        {
            var (loop, trap) = (c.CreateLabel(), c.CreateLabel());
            c.mov(r11, __[rdi + Base]);
            c.Label(ref loop);
            c.cmp(rdx, __[rdi + Bound]); // Check
            c.ja(trap); // Check
            c.mov(__[r11 + rdx], r8); // Store
            c.add(rdx, 8); // Address
            c.dec(rcx); // Loop
            c.jne(loop); // Loop
            c.ret();
            c.Label(ref trap);
            c.ud2();
        });
        Assert.Equal([Check, Check, Store, Address, Loop, Loop], kinds);
    }

    [Fact]
    public void A_branch_to_a_trap_for_another_reason_is_no_check()
    {
        var kinds = Kinds(c =>
        {
            var (loop, trap) = (c.CreateLabel(), c.CreateLabel());
            c.mov(r11, __[rdi + Base]);
            c.Label(ref loop);
            c.mov(rax, __[r11 + rdx]); // Load
            c.cmp(rbx, rsi); // Other
            c.je(trap); // Other
            c.add(rbx, rax); // Other
            c.add(rdx, 8); // Address
            c.dec(rcx); // Loop
            c.jne(loop); // Loop
            c.mov(rax, rbx);
            c.ret();
            c.Label(ref trap);
            c.ud2();
        });
        Assert.Equal([Load, Other, Other, Other, Address, Loop, Loop], kinds);
    }

    [Fact]
    public void A_constant_is_a_bound_where_it_guards_an_address()
    {
        var kinds = Kinds(c =>
        {
            var (loop, trap) = (c.CreateLabel(), c.CreateLabel());
            c.mov(r11, __[rdi + Base]);
            c.Label(ref loop);
            c.cmp(rdx, 0x1000); // Check
            c.ja(trap); // Check
            c.add(rbx, __[r11 + rdx]); // Load
            c.add(rdx, 8); // Address
            c.dec(rcx); // Loop
            c.jne(loop); // Loop
            c.mov(rax, rbx);
            c.ret();
            c.Label(ref trap);
            c.ud2();
        });
        Assert.Equal([Check, Check, Load, Address, Loop, Loop], kinds);
    }

    [Fact]
    public void An_address_that_overflows_is_checked()
    {
        var kinds = Kinds(c =>
        {
            var (loop, trap) = (c.CreateLabel(), c.CreateLabel());
            c.mov(r11, __[rdi + Base]);
            c.mov(r10, __[rdi + Bound]);
            c.Label(ref loop);
            c.mov(rax, rdx); // Check
            c.add(rax, 64); // Check
            c.jb(trap); // Check
            c.cmp(rax, r10); // Check
            c.ja(trap); // Check
            c.xor(__[r11 + rdx + 56], r8); // Store
            c.add(rdx, 8); // Address
            c.dec(rcx); // Loop
            c.jne(loop); // Loop
            c.xor(eax, eax);
            c.ret();
            c.Label(ref trap);
            c.ud2();
        });
        Assert.Equal([Check, Check, Check, Check, Check, Store, Address, Loop, Loop], kinds);
    }

    [Fact]
    public void Base_and_bound_are_followed_through_the_stack_and_through_calls()
    {
        var kinds = Kinds(c =>
        {
            var (loop, trap, callee) = (c.CreateLabel(), c.CreateLabel(), c.CreateLabel());
            c.push(rbp);
            c.mov(rbp, rsp);
            c.sub(rsp, 0x20);
            c.mov(rax, __[rdi + Base]);
            c.mov(__qword_ptr[rsp + 8], rax);
            c.mov(r12, __[rdi + Bound]);
            c.mov(rbx, rdx);
            c.mov(r13, rcx);
            c.Label(ref loop);
            c.cmp(rbx, r12); // Check
            c.ja(trap); // Check
            c.mov(r9, __qword_ptr[rsp + 8]); // Spill
            c.mov(rdi, __[r9 + rbx]); // Load
            c.call(callee); // Call
            c.mov(__qword_ptr[rsp + 16], rax); // Spill
            c.add(rbx, 8); // Address
            c.sub(r13, 1); // Loop
            c.jne(loop); // Loop
            c.mov(rax, __qword_ptr[rsp + 16]);
            c.mov(rsp, rbp);
            c.pop(rbp);
            c.ret();
            c.Label(ref trap);
            c.ud2();
            c.Label(ref callee);
            c.ret();
        });
        Assert.Equal([Check, Check, Spill, Load, Call, Spill, Address, Loop, Loop], kinds);
    }

    [Fact]
    public void Comparing_what_was_loaded_is_the_work()
    {
        var kinds = Kinds(c =>
        {
            var (loop, found) = (c.CreateLabel(), c.CreateLabel());
            c.mov(r11, __[rdi + Base]);
            c.Label(ref loop);
            c.mov(rax, __[r11 + rdx]); // Load
            c.lea(rbx, __[rdx + 1]); // Other: compared with data
            c.cmp(rax, rbx); // Other
            c.je(found); // Loop: it leaves
            c.add(rdx, 8); // Address
            c.dec(rcx); // Loop
            c.jne(loop); // Loop
            c.Label(ref found);
            c.ret();
        });
        Assert.Equal([Load, Other, Other, Loop, Address, Loop, Loop], kinds);
    }

    [Fact]
    public void A_step_is_for_the_address_before_the_loop_and_else_for_what_it_serves()
    {
        var kinds = Kinds(c =>
        {
            var loop = c.CreateLabel();
            c.mov(r11, __[rdi + Base]);
            c.Label(ref loop);
            c.mov(__[r11 + rdx], rcx); // Store: of the counter
            c.add(rdx, 8); // Address: it ends the loop, too
            c.dec(rcx); // Other: it is stored, and decides nothing
            c.cmp(rdx, rsi); // Loop
            c.jne(loop); // Loop
            c.mov(rax, rcx);
            c.ret();
        });
        Assert.Equal(Store, kinds[0]);
        Assert.Equal(Address, kinds[1]);
        Assert.Equal(Other, kinds[2]);
        Assert.Equal([Loop, Loop], kinds[3..]);
    }

    [Fact]
    public void What_reads_no_memory_of_the_guest_is_no_load()
    {
        var kinds = Kinds(c =>
        {
            var loop = c.CreateLabel();
            c.Label(ref loop);
            c.mov(rax, __[rdi + 0x90]); // Other: another field
            c.add(rbx, rax); // Other
            c.mov(rax, __[rsi + rdx]); // Other: of a pointer that nobody knows
            c.add(rbx, rax); // Other
            c.dec(rcx); // Loop
            c.jne(loop); // Loop
            c.mov(rax, rbx);
            c.ret();
        });
        Assert.All(kinds[..4], kind => Assert.Equal(Other, kind));
        Assert.All(kinds[4..], kind => Assert.Equal(Loop, kind));
    }

    private static InstructionKind[] Kinds(Action<Assembler> code) =>
        [
            .. TestImage
                .OnlyLoop(TestImage.X64, Assemble(code))
                .Instructions.Select(instruction => instruction.Kind),
        ];
}
