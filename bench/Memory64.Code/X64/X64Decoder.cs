using Iced.Intel;
using Memory64.Code.Operations;
using DecodedInstruction = Iced.Intel.Instruction;

namespace Memory64.Code.X64;

/// <summary>Decodes x64 with Iced.</summary>
internal sealed class X64Decoder : IDecoder
{
    private readonly CodeBytes _code;
    private readonly CodeBytesReader _reader;
    private readonly Decoder _decoder;
    private readonly X64Operands _operands = new();
    private readonly X64Text _text = new();

    /// <summary>Decodes <paramref name="code"/>.</summary>
    internal X64Decoder(CodeBytes code)
    {
        _code = code;
        _reader = new(code);
        _decoder = Decoder.Create(64, _reader);
    }

    /// <inheritdoc/>
    public Location FirstArgument => X64Registers.Arguments[0];

    /// <inheritdoc/>
    public Location StackPointer { get; } = X64Registers.Of(Register.RSP)!.Value;

    /// <inheritdoc/>
    public Operation? Decode(ulong address)
    {
        _reader.Next = address;
        _decoder.IP = address;
        _decoder.Decode(out var instruction);
        if (instruction.IsInvalid)
        {
            return null;
        }

        var kind = KindOf(instruction);
        return new()
        {
            Address = address,
            Bytes = instruction.Length,
            Kind = kind,
            Text = _text.Of(instruction),
            Shape = _text.ShapeOf(instruction),
            Reads = kind switch
            {
                OperationKind.Call => [.. _operands.Reads(instruction), .. X64Registers.Arguments],
                OperationKind.Return => X64Registers.Results,
                _ => _operands.Reads(instruction),
            },
            Writes = kind == OperationKind.Call ? X64Registers.Lost : _operands.Writes(instruction),
            Memory = _operands.Memory(instruction),
            Immediate = X64Constants.Immediate(instruction),
            Width = X64Constants.Width(instruction),
            Target = TargetOf(instruction),
            StackChange = X64Constants.StackChange(instruction),
        };
    }

    private static OperationKind KindOf(in DecodedInstruction instruction) =>
        instruction.FlowControl switch
        {
            FlowControl.ConditionalBranch => OperationKind.Branch,
            FlowControl.UnconditionalBranch or FlowControl.IndirectBranch => OperationKind.Jump,
            FlowControl.Call or FlowControl.IndirectCall => OperationKind.Call,
            FlowControl.Return => OperationKind.Return,
            FlowControl.Interrupt or FlowControl.Exception => OperationKind.Trap,
            _ => ValueOf(instruction),
        };

    private static OperationKind ValueOf(in DecodedInstruction instruction) =>
        instruction.Mnemonic switch
        {
            Mnemonic.Nop => OperationKind.Nothing,
            Mnemonic.Lfence => OperationKind.Barrier,
            Mnemonic.Lea or Mnemonic.Add or Mnemonic.Inc or Mnemonic.Dec => OperationKind.Add,
            Mnemonic.Sub when X64Constants.Immediate(instruction) is not null => OperationKind.Add,
            Mnemonic.Push or Mnemonic.Pop => OperationKind.Move,
            Mnemonic.Xor when X64Constants.ClearsItself(instruction) => OperationKind.Move,
            _ when instruction.ConditionCode != ConditionCode.None && instruction.OpCount == 2 =>
                OperationKind.Select,
            _ when X64Constants.Moves.Contains(instruction.Mnemonic) => OperationKind.Move,
            _ => OperationKind.Compute,
        };

    private ulong? TargetOf(in DecodedInstruction instruction) =>
        instruction.FlowControl switch
        {
            FlowControl.ConditionalBranch or FlowControl.UnconditionalBranch or FlowControl.Call =>
                instruction.NearBranchTarget,
            FlowControl.IndirectBranch when instruction.IsIPRelativeMemoryOperand => _code.Pointer(
                instruction.IPRelativeMemoryAddress
            ),
            _ => null,
        };
}
