using Memory64.Widening.Binary;

namespace Memory64.Widening.Rewriting;

/// <summary>
/// Rewrites bodies of functions: before each access its address is extended with zeros to 64 bits. So an access beyond 32 bits of
/// addresses stays one, because address and offset are added in 33 bits in a memory32 and in 64 in a memory64.
/// </summary>
/// <param name="memories">All memories of the module.</param>
internal sealed class FunctionWidener(IReadOnlyList<WideMemory> memories)
{
    // Opcodes that are written or asked for by more than one method.
    private const byte If = 0x04,
        Else = 0x05,
        End = 0x0B,
        LocalGet = 0x20,
        LocalSet = 0x21,
        LocalTee = 0x22,
        MemorySize = 0x3F,
        MemoryGrow = 0x40,
        ConstI32 = 0x41,
        ConstI64 = 0x42,
        GreaterUnsignedI64 = 0x56,
        AddI64 = 0x7C,
        WrapI64 = 0xA7,
        ExtendUnsignedI32 = 0xAD;

    private const byte TypeI32 = 0x7F;

    private readonly ScratchLocals _locals = new();
    private readonly WasmWriter _code = new();
    private int _copied;

    /// <summary>Rewrites one.</summary>
    /// <param name="body">Its locals and its code.</param>
    /// <param name="parameters">How many it has.</param>
    /// <param name="output">Where it goes, its size first.</param>
    /// <exception cref="WideningException">It can't be widened.</exception>
    public void Widen(WasmReader body, int parameters, WasmWriter output)
    {
        var (groups, locals) = SkipLocals(ref body);
        var declared = body.Since(0);
        _locals.Begin((uint)parameters + locals);
        _code.Clear();
        _copied = body.Position;
        while (!body.IsAtEnd)
        {
            Instruction(ref body);
        }

        if (_copied < body.Position)
        {
            CopyUntil(ref body, body.Position);
        }

        var added = _locals.Added;
        if (parameters + locals + added.Count > ScratchLocals.Most && added.Count > 0)
        {
            throw body.Refuse(
                $"has a function of {locals} locals, which leaves no room for {added.Count} more: an engine takes {ScratchLocals.Most}"
            );
        }

        Write(output, groups, declared, added);
    }

    private void Write(
        WasmWriter output,
        uint groups,
        ReadOnlySpan<byte> declared,
        IReadOnlyList<OperandType> added
    )
    {
        var withoutCount = declared[LengthOfNumber(declared)..];
        var count = groups + (ulong)added.Count;
        var length = LengthOf(count) + withoutCount.Length + (2 * added.Count) + _code.Length;
        output.Unsigned((ulong)length);
        output.Unsigned(count);
        output.Bytes(withoutCount);
        foreach (var type in added)
        {
            output.Byte(1);
            output.Byte((byte)type);
        }

        output.Bytes(_code.Written);
    }

    private static int LengthOfNumber(ReadOnlySpan<byte> bytes)
    {
        var length = 1;
        while (bytes[length - 1] >= 0x80)
        {
            length++;
        }

        return length;
    }

    private static int LengthOf(ulong value)
    {
        var length = 1;
        for (; value >= 0x80; value >>= 7)
        {
            length++;
        }

        return length;
    }

    private static (uint Groups, uint Locals) SkipLocals(ref WasmReader body)
    {
        var groups = body.Unsigned32();
        var locals = 0UL;
        for (var left = groups; left > 0; left--)
        {
            locals += body.Unsigned32();
            _ = TypeReader.Value(ref body);
        }

        return locals <= ScratchLocals.Most
            ? (groups, (uint)locals)
            : throw body.Refuse(
                $"has a function of {locals} locals; an engine takes {ScratchLocals.Most}"
            );
    }

    private void CopyUntil(ref WasmReader body, int end)
    {
        _code.Bytes(body.Between(_copied, end));
        _copied = end;
    }

    private void Instruction(ref WasmReader body)
    {
        var start = body.Position;
        var opcode = body.Byte();
        switch (opcode)
        {
            case >= 0x28 and <= 0x35:
                Access(ref body, start, Operands.None);
                break;
            case >= 0x36 and <= 0x3E:
                Access(ref body, start, Operands.One(StoredBy(opcode)));
                break;
            case MemorySize:
                _ = MemoryOf(ref body, body.Unsigned32());
                CopyUntil(ref body, body.Position);
                _code.Byte(WrapI64);
                break;
            case MemoryGrow:
                Grow(ref body, start);
                break;
            case 0xFC:
                Bulk(ref body, start);
                break;
            case 0xFD:
                Vector(ref body, start);
                break;
            case 0xFE:
                Atomic(ref body, start);
                break;
            case 0xFB:
                Immediates.SkipGarbageCollected(ref body);
                break;
            default:
                Immediates.Skip(ref body, opcode);
                break;
        }
    }

    private static OperandType StoredBy(byte opcode) =>
        opcode switch
        {
            0x38 => OperandType.F32,
            0x39 => OperandType.F64,
            0x37 or >= 0x3C => OperandType.I64,
            _ => OperandType.I32,
        };

    private WideMemory MemoryOf(ref WasmReader body, uint index) =>
        index < (uint)memories.Count
            ? memories[(int)index]
            : throw body.Refuse($"uses memory {index} and has {memories.Count}");

    // Alignment, whose bit 6 says that a memory is named, and offset: the same in both kinds of memory.
    private void SkipArgument(ref WasmReader body)
    {
        const uint namesMemory = 1 << 6;
        var alignment = body.Unsigned32();
        _ = MemoryOf(ref body, (alignment & namesMemory) != 0 ? body.Unsigned32() : 0);
        _ = body.Unsigned64();
    }

    private void Access(ref WasmReader body, int start, Operands above)
    {
        CopyUntil(ref body, start);
        ExtendBelow(above);
        SkipArgument(ref body);
    }

    private void ExtendBelow(Operands above)
    {
        for (var number = above.Count - 1; number >= 0; number--)
        {
            Local(LocalSet, above.Type, number);
        }

        _code.Byte(ExtendUnsignedI32);
        for (var number = 0; number < above.Count; number++)
        {
            Local(LocalGet, above.Type, number);
        }
    }

    private void Local(byte opcode, OperandType type, int number)
    {
        _code.Byte(opcode);
        _code.Unsigned(_locals.Index(type, number));
    }

    // What would be more than 32 bits address fails, as it did. The maximum of the type stays what it is, because engines choose by
    // it how they check.
    private void Grow(ref WasmReader body, int start)
    {
        CopyUntil(ref body, start);
        var memory = MemoryOf(ref body, body.Unsigned32());
        var index = body.Since(start + 1);
        _copied = body.Position;
        _code.Byte(ExtendUnsignedI32);
        if (memory.IsCapped)
        {
            _code.Byte(MemoryGrow);
            _code.Bytes(index);
            _code.Byte(WrapI64);
            return;
        }

        Local(LocalTee, OperandType.I64, 0);
        _code.Byte(MemorySize);
        _code.Bytes(index);
        _code.Byte(AddI64);
        _code.Byte(ConstI64);
        _code.Signed((long)memory.MostPages);
        _code.Byte(GreaterUnsignedI64);
        _code.Byte(If);
        _code.Byte(TypeI32);
        _code.Byte(ConstI32);
        _code.Signed(-1);
        _code.Byte(Else);
        Local(LocalGet, OperandType.I64, 0);
        _code.Byte(MemoryGrow);
        _code.Bytes(index);
        _code.Byte(WrapI64);
        _code.Byte(End);
    }

    private void Bulk(ref WasmReader body, int start)
    {
        var opcode = body.Unsigned32();
        switch (opcode)
        {
            case 8:
                // memory.init: the source is an offset into a segment, which stays of 32 bits, as its length does.
                CopyUntil(ref body, start);
                ExtendBelow(new(2, OperandType.I32));
                _ = body.Unsigned32();
                _ = MemoryOf(ref body, body.Unsigned32());
                break;
            case 10:
                CopyUntil(ref body, start);
                ExtendThree();
                _ = MemoryOf(ref body, body.Unsigned32());
                _ = MemoryOf(ref body, body.Unsigned32());
                break;
            case 11:
                CopyUntil(ref body, start);
                _code.Byte(ExtendUnsignedI32);
                Local(LocalSet, OperandType.I64, 0);
                Local(LocalSet, OperandType.I32, 0);
                _code.Byte(ExtendUnsignedI32);
                Local(LocalGet, OperandType.I32, 0);
                Local(LocalGet, OperandType.I64, 0);
                _ = MemoryOf(ref body, body.Unsigned32());
                break;
            default:
                Immediates.SkipBulk(ref body, opcode);
                break;
        }
    }

    // Of memory.copy: length, source and destination, from the top.
    private void ExtendThree()
    {
        _code.Byte(ExtendUnsignedI32);
        Local(LocalSet, OperandType.I64, 0);
        _code.Byte(ExtendUnsignedI32);
        Local(LocalSet, OperandType.I64, 1);
        _code.Byte(ExtendUnsignedI32);
        Local(LocalGet, OperandType.I64, 1);
        Local(LocalGet, OperandType.I64, 0);
    }

    private void Vector(ref WasmReader body, int start)
    {
        var opcode = body.Unsigned32();
        switch (opcode)
        {
            case <= 0x0A or 0x5C or 0x5D:
                Access(ref body, start, Operands.None);
                break;
            case 0x0B:
                Access(ref body, start, Operands.One(OperandType.V128));
                break;
            case >= 0x54 and <= 0x5B:
                // One lane is loaded into, or stored from, the vector above the address.
                Access(ref body, start, Operands.One(OperandType.V128));
                _ = body.Byte();
                break;
            default:
                Immediates.SkipVector(ref body, opcode);
                break;
        }
    }

    private void Atomic(ref WasmReader body, int start)
    {
        const uint fence = 3;
        var opcode = body.Unsigned32();
        switch (opcode)
        {
            case 0:
                Access(ref body, start, Operands.One(OperandType.I32));
                break;
            case 1:
                // memory.atomic.wait32: what is expected, of 32 bits, below the time, of 64.
                CopyUntil(ref body, start);
                Local(LocalSet, OperandType.I64, 0);
                Local(LocalSet, OperandType.I32, 0);
                _code.Byte(ExtendUnsignedI32);
                Local(LocalGet, OperandType.I32, 0);
                Local(LocalGet, OperandType.I64, 0);
                SkipArgument(ref body);
                break;
            case 2:
                Access(ref body, start, new(2, OperandType.I64));
                break;
            case fence:
                _ = body.Byte();
                break;
            case >= 0x10 and <= 0x16:
                Access(ref body, start, Operands.None);
                break;
            case >= 0x17 and <= 0x4E:
                Access(ref body, start, new(IsCompareExchange(opcode) ? 2 : 1, ChangedBy(opcode)));
                break;
            default:
                throw body.Refuse($"has an unknown instruction, 0xfe 0x{opcode:x2}");
        }
    }

    private static bool IsCompareExchange(uint opcode) => opcode >= 0x48;

    // In groups of seven: of i32 and i64 whole, of i32 in 8 and 16 bits, of i64 in 8, 16 and 32.
    private static OperandType ChangedBy(uint opcode) =>
        ((opcode - 0x17) % 7) is 0 or 2 or 3 ? OperandType.I32 : OperandType.I64;
}
