using System.Collections.Frozen;
using Gee.External.Capstone.Arm64;
using Memory64.Code.Operations;

namespace Memory64.Code.Arm64;

/// <summary>What an instruction reads and writes. Of that Capstone gives the operands, but not reliably what is done with them.</summary>
internal sealed class Arm64Operands
{
    private static readonly FrozenSet<string> Comparisons = FrozenSet.Create(
        StringComparer.Ordinal,
        "cmp",
        "cmn",
        "tst",
        "ccmp",
        "ccmn",
        "fcmp",
        "fcmpe"
    );

    private static readonly FrozenSet<string> SetFlags = FrozenSet.Create(
        StringComparer.Ordinal,
        "adds",
        "subs",
        "ands",
        "bics",
        "negs",
        "adcs",
        "sbcs"
    );

    private static readonly FrozenSet<string> UseCarry = FrozenSet.Create(
        StringComparer.Ordinal,
        "adc",
        "adcs",
        "sbc",
        "sbcs",
        "ngc",
        "ngcs"
    );

    // What adds to its result or sets a part of it.
    private static readonly FrozenSet<string> KeepOld = FrozenSet.Create(
        StringComparer.Ordinal,
        "movk",
        "bfi",
        "bfxil",
        "ins",
        "fmla",
        "fmls",
        "mla",
        "mls",
        "umlal",
        "smlal",
        "umlal2",
        "smlal2",
        "sdot",
        "udot",
        "bsl",
        "bit",
        "bif",
        "tbx"
    );

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
        Memory = FindMemory();
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

    private bool IsLoad => _mnemonic.StartsWith("ld", StringComparison.Ordinal);

    private bool IsStore => _mnemonic.StartsWith("st", StringComparison.Ordinal);

    private bool IsPair => _mnemonic is "ldp" or "stp" or "ldnp" or "stnp" or "ldpsw";

    private bool IsImmediateAdd =>
        _mnemonic is "add" or "adds" or "sub" or "subs" && LastImmediate is not null;

    private long? LastImmediate =>
        _operands is [.., { Type: Arm64OperandType.Immediate } last]
            ? last.Immediate << (int)ShiftOf(last)
            : null;

    /// <summary>Whether an instruction of that name goes to an address that is its last operand.</summary>
    internal static bool HasTarget(string mnemonic) =>
        mnemonic is "b" or "bl" or "cbz" or "cbnz" or "tbz" or "tbnz"
        || mnemonic.StartsWith("b.", StringComparison.Ordinal);

    /// <summary>Whether an instruction's last operand is an address near it.</summary>
    internal static bool IsRelative(Arm64Instruction instruction) =>
        instruction.Mnemonic is "adr" or "adrp"
        || (
            instruction.Mnemonic.StartsWith("ldr", StringComparison.Ordinal)
            && Array.TrueForAll(
                instruction.Details.Operands,
                operand => operand.Type != Arm64OperandType.Memory
            )
        );

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
            _ when HasTarget(_mnemonic) => OperationKind.Branch,
            _ when IsLoad || IsStore => OperationKind.Move,
            _ => OperationKind.Compute,
        };

    // CSDB is the hint 20; the others are of no effect here.
    private OperationKind HintKind() =>
        LastImmediate == 20 ? OperationKind.Barrier : OperationKind.Nothing;

    private ulong? FindTarget() =>
        HasTarget(_mnemonic) && _operands is [.., { Type: Arm64OperandType.Immediate } last]
            ? (ulong)last.Immediate
            : null;

    private long? FindImmediate() =>
        Target is not null ? null
        : _mnemonic is "sub" or "subs" ? -LastImmediate
        : _mnemonic == "movn" ? ~LastImmediate
        : LastImmediate is { } immediate && !IsLoad && !IsStore ? immediate
        : Kind is OperationKind.Select or OperationKind.Move && Sources().Any(IsZero) ? 0
        : null;

    private int FindWidth() =>
        _registers.Count == 0 || IsStore ? sizeof(ulong)
        : _mnemonic is "ldrsw" or "ldrsb" or "ldrsh" or "ldrb" or "ldrh" ? 1
        : Math.Min(sizeof(ulong), Arm64Registers.BytesOf(_registers[0]));

    private MemoryOperand? FindMemory()
    {
        if (Kind == OperationKind.Add && !IsImmediateAdd)
        {
            return Shifted();
        }

        var access =
            IsLoad ? MemoryAccess.Read
            : IsStore ? MemoryAccess.Write
            : MemoryAccess.None;
        if (access == MemoryAccess.None)
        {
            return null;
        }

        var operand = Array.Find(_operands, o => o.Type == Arm64OperandType.Memory);
        return operand is null
            ? new(null, null, 1, 0, AccessedBytes(), access)
            : new(
                LocationOf(operand.Memory.Base),
                LocationOf(operand.Memory.Index),
                ScaleOf(operand),
                operand.Memory.Displacement,
                AccessedBytes(),
                access
            );
    }

    // An addition whose second operand is shifted or extended is an address, too.
    private MemoryOperand? Shifted() =>
        _operands is [_, { Type: Arm64OperandType.Register } first, var second]
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
            ? 1 << (int)ShiftOf(operand)
        : 0;

    private static uint ShiftOf(Arm64Operand operand) =>
        operand.ShiftOperation == Arm64ShiftOperation.Invalid ? 0 : (uint)operand.ShiftValue;

    private int AccessedBytes()
    {
        var bytes = _mnemonic switch
        {
            _ when _mnemonic.EndsWith('b') => 1,
            _ when _mnemonic.EndsWith('h') => 2,
            "ldrsw" or "ldursw" => 4,
            _ when _registers.Count > 0 => Arm64Registers.BytesOf(_registers[0]),
            _ => sizeof(ulong),
        };
        return IsPair ? 2 * bytes : bytes;
    }

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

            if ((i >= results && !IsPartOfAddress) || KeepOld.Contains(_mnemonic))
            {
                _reads.Add(location);
            }
        }
    }

    private bool IsPartOfAddress => Memory is { Access: MemoryAccess.None };

    private int ResultCount() =>
        IsStore
        || Comparisons.Contains(_mnemonic)
        || Kind
            is OperationKind.Branch
                or OperationKind.Jump
                or OperationKind.Call
                or OperationKind.Return
            ? 0
        : IsPair ? 2
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
        if (isConditional || UseCarry.Contains(_mnemonic))
        {
            _reads.Add(Location.Flags);
        }

        if (Comparisons.Contains(_mnemonic) || SetFlags.Contains(_mnemonic))
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

    private static Location? LocationOf(Arm64Register? register) =>
        register is null ? null : Arm64Registers.Of(register.Name);
}
