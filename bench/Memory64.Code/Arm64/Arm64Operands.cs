using Gee.External.Capstone.Arm64;
using Memory64.Code.Operations;

namespace Memory64.Code.Arm64;

/// <summary>What an instruction reads and writes.</summary>
internal sealed class Arm64Operands
{
    private readonly List<Location> _reads = [];
    private readonly List<Location> _writes = [];
    private readonly string _mnemonic;
    private readonly List<string> _registers;
    private readonly Arm64Operand[] _operands;

    /// <summary>Reads an instruction's operands.</summary>
    internal Arm64Operands(Arm64Instruction instruction)
    {
        _mnemonic = instruction.Mnemonic;
        _operands = instruction.Details.Operands;
        _registers =
        [
            .. _operands
                .Where(operand => operand.Type == Arm64OperandType.Register)
                .Select(operand => operand.Register.Name),
        ];
        Kind = FindKind();
        Target = FindTarget();
        Immediate = FindImmediate();
        Width = FindWidth();
        Memory = Arm64Memory.Of(_mnemonic, _operands);
        FindRegisters();
        FindFlags(instruction);
        FindWriteBack(instruction);
    }

    internal OperationKind Kind { get; }

    internal IReadOnlyList<Location> Reads => _reads;

    internal IReadOnlyList<Location> Writes => _writes;

    internal MemoryOperand? Memory { get; }

    internal long? Immediate { get; }

    internal int Width { get; }

    internal int StackChange { get; private set; }

    internal ulong? Target { get; }

    private long? LastImmediate => Arm64Memory.LastImmediate(_operands);

    private bool IsAccess => Arm64Mnemonics.IsLoad(_mnemonic) || Arm64Mnemonics.IsStore(_mnemonic);

    private OperationKind FindKind() =>
        _mnemonic switch
        {
            "b" or "br" => OperationKind.Jump,
            "bl" or "blr" => OperationKind.Call,
            "ret" => OperationKind.Return,
            "brk" => OperationKind.Trap,
            "nop" => OperationKind.Nothing,
            "hint" => HintKind(),
            "dsb" or "isb" => OperationKind.Barrier,
            "csel" or "fcsel" => OperationKind.Select,
            "mov" or "movz" or "movn" or "fmov" => OperationKind.Move,
            "add" or "adds" => OperationKind.Add,
            "sub" or "subs" when LastImmediate is not null => OperationKind.Add,
            _ when Arm64Mnemonics.HasTarget(_mnemonic) => OperationKind.Branch,
            _ when IsAccess => OperationKind.Move,
            _ => OperationKind.Compute,
        };

    // CSDB is the hint 20; the others are of no effect here.
    private OperationKind HintKind() =>
        LastImmediate == 20 ? OperationKind.Barrier : OperationKind.Nothing;

    private ulong? FindTarget() =>
        Arm64Mnemonics.HasTarget(_mnemonic)
        && _operands is [.., { Type: Arm64OperandType.Immediate } last]
            ? (ulong)last.Immediate
            : null;

    private long? FindImmediate() =>
        Target is not null ? null
        : _mnemonic is "sub" or "subs" ? -LastImmediate
        : _mnemonic == "movn" ? ~LastImmediate
        : LastImmediate is { } immediate && !IsAccess ? immediate
        : Kind is OperationKind.Select or OperationKind.Move && Sources().Any(IsZero) ? 0
        : null;

    private int FindWidth() =>
        _registers.Count == 0 || Arm64Mnemonics.IsStore(_mnemonic) ? sizeof(ulong)
        : Arm64Mnemonics.IsExtendingLoad(_mnemonic) ? 1
        : Math.Min(sizeof(ulong), Arm64Registers.BytesOf(_registers[0]));

    private void FindRegisters()
    {
        var results = ResultCount();
        for (var i = 0; i < _registers.Count; i++)
        {
            if (Arm64Registers.Of(_registers[i]) is not { } location)
            {
                continue;
            }

            if (i < results)
            {
                _writes.Add(location);
            }

            if ((i >= results && !IsPartOfAddress) || Arm64Mnemonics.KeepOld.Contains(_mnemonic))
            {
                _reads.Add(location);
            }
        }
    }

    private bool IsPartOfAddress => Memory is { Access: MemoryAccess.None };

    private int ResultCount() =>
        Arm64Mnemonics.IsStore(_mnemonic)
        || Arm64Mnemonics.Comparisons.Contains(_mnemonic)
        || Kind
            is OperationKind.Branch
                or OperationKind.Jump
                or OperationKind.Call
                or OperationKind.Return
            ? 0
        : Arm64Mnemonics.IsPair(_mnemonic) ? 2
        : 1;

    private void FindFlags(Arm64Instruction instruction)
    {
        var isConditional =
            instruction.Details.ConditionCode
            is not (
                Arm64ConditionCode.Invalid
                or Arm64ConditionCode.ARM64_CC_AL
                or Arm64ConditionCode.ARM64_CC_NV
            );
        if (isConditional || Arm64Mnemonics.UseCarry.Contains(_mnemonic))
        {
            _reads.Add(Location.Flags);
        }

        if (
            Arm64Mnemonics.Comparisons.Contains(_mnemonic)
            || Arm64Mnemonics.SetFlags.Contains(_mnemonic)
        )
        {
            _writes.Add(Location.Flags);
        }
    }

    // Before or after the access the base is moved, too.
    private void FindWriteBack(Arm64Instruction instruction)
    {
        if (!instruction.Details.WriteBack || Memory?.Base is not { } register)
        {
            return;
        }

        if (register == Arm64Registers.StackPointer)
        {
            StackChange = (int)(LastImmediate ?? Memory.Displacement);
        }
        else
        {
            _writes.Add(register);
        }
    }

    private IEnumerable<string> Sources() => _registers.Skip(1);

    private static bool IsZero(string register) => Arm64Registers.Of(register) is null;
}
