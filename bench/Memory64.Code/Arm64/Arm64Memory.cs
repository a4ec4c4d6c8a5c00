using Gee.External.Capstone.Arm64;
using Memory64.Code.Operations;

namespace Memory64.Code.Arm64;

/// <summary>Memory operands, and the shifts in them.</summary>
internal static class Arm64Memory
{
    /// <summary>The address that a load or store accesses; of an addition of registers, the sum, which may be shifted or extended like one.</summary>
    internal static MemoryOperand? Of(string mnemonic, Arm64Operand[] operands)
    {
        if (mnemonic is "add" or "adds")
        {
            return SumOf(operands);
        }

        var access =
            Arm64Mnemonics.IsLoad(mnemonic) ? MemoryAccess.Read
            : Arm64Mnemonics.IsStore(mnemonic) ? MemoryAccess.Write
            : MemoryAccess.None;
        if (access == MemoryAccess.None)
        {
            return null;
        }

        var bytes = BytesOf(mnemonic, operands);
        var operand = Array.Find(operands, o => o.Type == Arm64OperandType.Memory);
        return operand is null
            ? new(null, null, 1, 0, bytes, access)
            : new(
                LocationOf(operand.Memory.Base),
                LocationOf(operand.Memory.Index),
                ScaleOf(operand),
                operand.Memory.Displacement,
                bytes,
                access
            );
    }

    /// <summary>The last operand, if it is a constant, shifted as it says.</summary>
    internal static long? LastImmediate(Arm64Operand[] operands) =>
        operands is [.., { Type: Arm64OperandType.Immediate } last]
            ? last.Immediate << ShiftOf(last)
            : null;

    private static MemoryOperand? SumOf(Arm64Operand[] operands) =>
        operands is [_, { Type: Arm64OperandType.Register } first, var second]
        && second.Type == Arm64OperandType.Register
            ? new(
                LocationOf(first.Register),
                LocationOf(second.Register),
                ScaleOf(second),
                0,
                0,
                MemoryAccess.None
            )
            : null;

    private static int ScaleOf(Arm64Operand operand) =>
        operand.ExtendOperation
            is not (
                Arm64ExtendOperation.Invalid
                or Arm64ExtendOperation.ARM64_EXT_UXTX
                or Arm64ExtendOperation.ARM64_EXT_SXTX
            )
            ? 0
        : operand.ShiftOperation is Arm64ShiftOperation.Invalid or Arm64ShiftOperation.ARM64_SFT_LSL
            ? 1 << ShiftOf(operand)
        : 0;

    private static int ShiftOf(Arm64Operand operand) =>
        operand.ShiftOperation == Arm64ShiftOperation.Invalid ? 0 : operand.ShiftValue;

    private static int BytesOf(string mnemonic, Arm64Operand[] operands)
    {
        var register = operands is [{ Type: Arm64OperandType.Register } first, ..]
            ? first.Register.Name
            : "x0";
        var bytes =
            mnemonic.EndsWith('b') ? 1
            : mnemonic.EndsWith('h') ? 2
            : mnemonic.EndsWith("sw", StringComparison.Ordinal) ? 4
            : Arm64Registers.BytesOf(register);
        return Arm64Mnemonics.IsPair(mnemonic) ? 2 * bytes : bytes;
    }

    private static Location? LocationOf(Arm64Register? register) =>
        register is null ? null : Arm64Registers.Of(register.Name);
}
