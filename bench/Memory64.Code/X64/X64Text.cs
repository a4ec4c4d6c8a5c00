using System.Text;
using Iced.Intel;
using DecodedInstruction = Iced.Intel.Instruction;

namespace Memory64.Code.X64;

/// <summary>Intel syntax, without what only says where code lies.</summary>
internal sealed class X64Text
{
    private readonly IntelFormatter _formatter = new(
        new FormatterOptions
        {
            HexPrefix = "0x",
            HexSuffix = null,
            UppercaseHex = false,
            SpaceAfterOperandSeparator = true,
            RipRelativeAddresses = true,
            SmallHexNumbersInDecimal = false,
            SignedImmediateOperands = true,
        }
    );

    /// <summary>The disassembly; where the instruction has a target, what stands before it.</summary>
    internal string Of(in DecodedInstruction instruction)
    {
        var comparable = instruction;
        if (instruction.IsIPRelativeMemoryOperand)
        {
            comparable.MemoryDisplacement64 = instruction.NextIP;
        }

        return Format(comparable);
    }

    /// <summary>The disassembly without its memory operand's displacement.</summary>
    internal string ShapeOf(in DecodedInstruction instruction)
    {
        var shape = instruction;
        shape.MemoryDisplacement64 = instruction.IsIPRelativeMemoryOperand ? instruction.NextIP : 0;
        return Format(shape);
    }

    private string Format(in DecodedInstruction instruction)
    {
        var text = new StringBuilder();
        var output = new StringBuilderOutput(text);
        if (instruction.Op0Kind == OpKind.NearBranch64)
        {
            _formatter.FormatMnemonic(instruction, output);
            text.Append(' ');
        }
        else
        {
            _formatter.Format(instruction, output);
        }

        return text.ToString();
    }

    private sealed class StringBuilderOutput(StringBuilder text) : FormatterOutput
    {
        public override void Write(string part, FormatterTextKind kind) => text.Append(part);
    }
}
