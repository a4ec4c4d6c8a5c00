using Gee.External.Capstone;
using Gee.External.Capstone.Arm64;
using Memory64.Code.Operations;

namespace Memory64.Code.Arm64;

/// <summary>Decodes arm64 with Capstone.</summary>
/// <param name="code">What is decoded.</param>
internal sealed class Arm64Decoder(CodeBytes code) : IDecoder
{
    private const int Length = 4;

    // Capstone's version knows no UDF: 16 bits of zero, and a number.
    private const uint LargestUndefined = 0xFFFF;

    // One for the process: it holds native memory.
    private static readonly Lock Gate = new();
    private static readonly Lazy<CapstoneArm64Disassembler> Disassembler = new(() =>
    {
        var disassembler = CapstoneDisassembler.CreateArm64Disassembler(
            Arm64DisassembleMode.LittleEndian
        );
        disassembler.EnableInstructionDetails = true;
        return disassembler;
    });

    /// <inheritdoc/>
    public Location FirstArgument => Arm64Registers.Arguments[0];

    /// <inheritdoc/>
    public Location StackPointer => Arm64Registers.StackPointer;

    /// <inheritdoc/>
    public Operation? Decode(ulong address)
    {
        var bytes = new byte[Length];
        for (var i = 0UL; i < Length; i++)
        {
            if (!code.Holds(address + i))
            {
                return null;
            }

            bytes[i] = code[address + i];
        }

        if (BitConverter.ToUInt32(bytes) is <= LargestUndefined and var number)
        {
            return Undefined(address, number);
        }

        lock (Gate)
        {
            var decoded = Disassembler.Value.Disassemble(bytes, (long)address);
            return decoded.Length == 0 ? null : Lower(address, decoded[0]);
        }
    }

    private static Operation Undefined(ulong address, uint number) =>
        new()
        {
            Address = address,
            Bytes = Length,
            Kind = OperationKind.Trap,
            Text = $"udf #0x{number:x}",
            Shape = "udf",
        };

    private static Operation Lower(ulong address, Arm64Instruction instruction)
    {
        var operands = new Arm64Operands(instruction);
        var text = Arm64Text.Of(instruction);
        return new()
        {
            Address = address,
            Bytes = Length,
            Kind = operands.Kind,
            Text = text,
            Shape = Arm64Text.ShapeOf(text),
            Reads = operands.Kind switch
            {
                OperationKind.Call => [.. operands.Reads, .. Arm64Registers.Arguments],
                OperationKind.Return => Arm64Registers.Results,
                _ => operands.Reads,
            },
            Writes = operands.Kind == OperationKind.Call ? Arm64Registers.Lost : operands.Writes,
            Memory = operands.Memory,
            Immediate = operands.Immediate,
            Width = operands.Width,
            StackChange = operands.StackChange,
            Target = operands.Target,
        };
    }
}
