using System.Collections.Frozen;
using Iced.Intel;
using DecodedInstruction = Iced.Intel.Instruction;

namespace Memory64.Code.X64;

/// <summary>What of an instruction's meaning doesn't depend on where its operands are.</summary>
internal static class X64Constants
{
    /// <summary>Those that copy their operand, into whatever kind of register.</summary>
    internal static readonly FrozenSet<Mnemonic> Moves = Enum.GetValues<Mnemonic>()
        .Where(mnemonic =>
            $"{mnemonic}" is var name
            && (
                name.StartsWith("Mov", StringComparison.Ordinal)
                || name.StartsWith("Vmov", StringComparison.Ordinal)
            )
        )
        .ToFrozenSet();

    /// <summary>Whether the result is zero, whatever the register held.</summary>
    internal static bool ClearsItself(in DecodedInstruction instruction) =>
        instruction.Op0Kind == OpKind.Register
        && instruction.Op1Kind == OpKind.Register
        && instruction.Op0Register == instruction.Op1Register;

    /// <summary>The constant that is the value or is added to it.</summary>
    internal static long? Immediate(in DecodedInstruction instruction)
    {
        switch (instruction.Mnemonic)
        {
            case Mnemonic.Inc:
                return 1;
            case Mnemonic.Dec:
                return -1;
            case Mnemonic.Xor when ClearsItself(instruction):
                return 0;
        }

        for (var i = 0; i < instruction.OpCount; i++)
        {
            if (instruction.GetOpKind(i) is >= OpKind.Immediate8 and <= OpKind.Immediate32to64)
            {
                var immediate = (long)instruction.GetImmediate(i);
                return instruction.Mnemonic == Mnemonic.Sub ? -immediate : immediate;
            }
        }

        return null;
    }

    /// <summary>Bytes of the result that an instruction sets from its operands.</summary>
    internal static int Width(in DecodedInstruction instruction)
    {
        if (instruction.Op0Kind != OpKind.Register)
        {
            return sizeof(ulong);
        }

        var size = instruction.Op0Register.GetSize();
        return instruction.Mnemonic switch
        {
            Mnemonic.Movzx or Mnemonic.Movsx or Mnemonic.Movsxd => 1,
            _ => Math.Min(size, sizeof(ulong)),
        };
    }

    /// <summary>By how much pushing and popping move the stack pointer; a call comes back with it as it was.</summary>
    internal static int StackChange(in DecodedInstruction instruction) =>
        instruction.Mnemonic is Mnemonic.Push or Mnemonic.Pop
            ? instruction.StackPointerIncrement
            : 0;
}
