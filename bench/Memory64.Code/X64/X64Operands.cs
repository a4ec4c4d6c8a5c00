using Iced.Intel;
using Memory64.Code.Operations;
using DecodedInstruction = Iced.Intel.Instruction;
using MemoryOperand = Memory64.Code.Operations.MemoryOperand;

namespace Memory64.Code.X64;

/// <summary>What an instruction reads and writes, by Iced's tables.</summary>
internal sealed class X64Operands
{
    private const int KeepsTheRest = 4;

    private readonly InstructionInfoFactory _factory = new();

    /// <summary>The memory operand. Pushing and popping are moves into and out of the stack.</summary>
    internal MemoryOperand? Memory(in DecodedInstruction instruction)
    {
        if (
            instruction.Mnemonic == Mnemonic.Nop
            || instruction.FlowControl
                is FlowControl.Call
                    or FlowControl.IndirectCall
                    or FlowControl.Return
        )
        {
            return null;
        }

        var info = _factory.GetInfo(instruction);
        foreach (var used in info.GetUsedMemory())
        {
            return new(
                X64Registers.Of(used.Base),
                X64Registers.Of(used.Index),
                used.Scale,
                (long)used.Displacement,
                used.MemorySize.GetSize(),
                AccessOf(used.Access)
            );
        }

        return instruction.Mnemonic == Mnemonic.Lea
            ? new(
                X64Registers.Of(instruction.MemoryBase),
                X64Registers.Of(instruction.MemoryIndex),
                instruction.MemoryIndexScale,
                (long)instruction.MemoryDisplacement64,
                0,
                MemoryAccess.None
            )
            : null;
    }

    internal IReadOnlyList<Location> Reads(in DecodedInstruction instruction)
    {
        List<Location> reads = [];
        var info = _factory.GetInfo(instruction);
        var clears = instruction.Mnemonic == Mnemonic.Xor && X64Constants.ClearsItself(instruction);
        for (var i = 0; i < instruction.OpCount; i++)
        {
            if (
                instruction.GetOpKind(i) == OpKind.Register
                && !clears
                && (IsRead(info.GetOpAccess(i)) || (i == 0 && KeepsOld(instruction)))
            )
            {
                Add(reads, instruction.GetOpRegister(i));
            }
        }

        AddImplicit(reads, instruction, info, IsRead);
        if (instruction.RflagsRead != RflagsBits.None)
        {
            reads.Add(Location.Flags);
        }

        return reads;
    }

    internal IReadOnlyList<Location> Writes(in DecodedInstruction instruction)
    {
        List<Location> writes = [];
        var info = _factory.GetInfo(instruction);
        for (var i = 0; i < instruction.OpCount; i++)
        {
            if (instruction.GetOpKind(i) == OpKind.Register && IsWritten(info.GetOpAccess(i)))
            {
                Add(writes, instruction.GetOpRegister(i));
            }
        }

        AddImplicit(writes, instruction, info, IsWritten);
        if (instruction.RflagsModified != RflagsBits.None)
        {
            writes.Add(Location.Flags);
        }

        return writes;
    }

    // Writing 8 or 16 bits of a general register keeps the others, a conditional move perhaps all.
    private static bool KeepsOld(in DecodedInstruction instruction) =>
        instruction.ConditionCode != ConditionCode.None && instruction.OpCount == 2
        || (instruction.Op0Register.IsGPR() && instruction.Op0Register.GetSize() < KeepsTheRest);

    // Registers that an instruction uses without naming them.
    private static void AddImplicit(
        List<Location> locations,
        in DecodedInstruction instruction,
        in InstructionInfo info,
        Func<OpAccess, bool> isWanted
    )
    {
        foreach (var used in info.GetUsedRegisters())
        {
            if (
                isWanted(used.Access)
                && !IsNamed(instruction, used.Register)
                && !(instruction.IsStackInstruction && used.Register == Register.RSP)
            )
            {
                Add(locations, used.Register);
            }
        }
    }

    private static bool IsNamed(in DecodedInstruction instruction, Register register)
    {
        var full = register.GetFullRegister();
        for (var i = 0; i < instruction.OpCount; i++)
        {
            if (
                instruction.GetOpKind(i) == OpKind.Register
                && instruction.GetOpRegister(i).GetFullRegister() == full
            )
            {
                return true;
            }
        }

        return instruction.MemoryBase.GetFullRegister() == full
            || instruction.MemoryIndex.GetFullRegister() == full;
    }

    private static void Add(List<Location> locations, Register register)
    {
        if (X64Registers.Of(register) is { } location && !locations.Contains(location))
        {
            locations.Add(location);
        }
    }

    private static bool IsRead(OpAccess access) =>
        access
            is OpAccess.Read
                or OpAccess.CondRead
                or OpAccess.ReadWrite
                or OpAccess.ReadCondWrite;

    private static bool IsWritten(OpAccess access) =>
        access
            is OpAccess.Write
                or OpAccess.CondWrite
                or OpAccess.ReadWrite
                or OpAccess.ReadCondWrite;

    private static MemoryAccess AccessOf(OpAccess access) =>
        (IsRead(access) ? MemoryAccess.Read : MemoryAccess.None)
        | (IsWritten(access) ? MemoryAccess.Write : MemoryAccess.None);
}
