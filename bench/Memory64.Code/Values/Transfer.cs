using Memory64.Code.Operations;

namespace Memory64.Code.Values;

/// <summary>What an instruction does with what is known.</summary>
/// <param name="stackPointer">The register that pushing and popping move.</param>
/// <param name="fields">What is known of the context's fields; null for code that has no context.</param>
internal sealed class Transfer(Location stackPointer, ContextFields? fields)
{
    /// <summary>What is known of a memory operand's address.</summary>
    internal AbstractValue Address(MemoryOperand? memory, MachineState state)
    {
        if (memory is null || memory.IsConstant)
        {
            return AbstractValue.Unknown;
        }

        var sum = AbstractValue.Constant(memory.Displacement);
        if (memory.Base is { } register)
        {
            sum = Sum(sum, state[register]);
        }

        return memory.Index is { } index ? Sum(sum, Scaled(state[index], memory.Scale)) : sum;
    }

    /// <summary>What a memory operand at that address names.</summary>
    internal Place PlaceOf(Operation operation, AbstractValue address) =>
        operation.Memory is not { Access: not MemoryAccess.None } memory ? Place.None
        : memory.IsConstant ? Place.Constant
        : address.Kind == ValueKind.Stack ? Place.Stack
        : fields is null ? Place.Memory
        : address.HasField && fields.IsBase(address.Field) ? Place.Memory
        : address.Kind == ValueKind.Field ? Place.Field
        : Place.Unknown;

    /// <summary>Goes over an instruction.</summary>
    internal void Step(Operation operation, MachineState state)
    {
        var address = Address(operation.Memory, state);
        var result = Result(operation, address, state).Narrowed(operation.Width);
        foreach (var written in operation.Writes)
        {
            state[written] = AbstractValue.Unknown;
        }

        if (operation.Writes.Count > 0 && operation.Kind != OperationKind.Call)
        {
            state[operation.Writes[0]] = result;
        }

        if (operation.WritesMemory && address.Kind == ValueKind.Stack)
        {
            state[Location.Slot(address.Number)] = result;
        }

        if (operation.StackChange != 0)
        {
            var change = AbstractValue.Constant(operation.StackChange);
            state[stackPointer] = Sum(state[stackPointer], change);
        }
    }

    private AbstractValue Result(Operation operation, AbstractValue address, MachineState state)
    {
        var operands = operation
            .Reads.Where(location => location != Location.Flags)
            .Select(location => state[location])
            .ToList();
        if (operation.Memory is { Access: MemoryAccess.None })
        {
            operands.Add(address);
        }
        else if (operation.ReadsMemory)
        {
            operands.Add(Content(operation, address, state));
        }

        if (operation.Immediate is { } immediate)
        {
            operands.Add(AbstractValue.Constant(immediate));
        }

        return (operation.Kind, operands.Count) switch
        {
            (OperationKind.Move, 1) => operands[0],
            (OperationKind.Add, > 0) => operands.Aggregate(Sum),
            (OperationKind.Select, 2) => operands[0].Or(operands[1]),
            _ => AbstractValue.Unknown,
        };
    }

    private AbstractValue Content(Operation operation, AbstractValue address, MachineState state) =>
        PlaceOf(operation, address) switch
        {
            Place.Stack => state[Location.Slot(address.Number)],
            Place.Field
                when operation.Memory!.Bytes == sizeof(ulong)
                    && FieldPath.In(address.Field, address.Number) is { } field =>
                AbstractValue.OfField(field),
            _ => AbstractValue.Unknown,
        };

    private static AbstractValue Scaled(AbstractValue value, int scale) =>
        scale == 1 ? value
        : scale != 0 && value.Kind == ValueKind.Constant
            ? AbstractValue.Constant(value.Number * scale)
        : AbstractValue.Unknown;

    private AbstractValue Sum(AbstractValue a, AbstractValue b) =>
        (a.Kind, b.Kind) switch
        {
            (ValueKind.Constant, ValueKind.Constant) => AbstractValue.Constant(a.Number + b.Number),
            (_, ValueKind.Constant) => a.Plus(b.Number),
            (ValueKind.Constant, _) => b.Plus(a.Number),
            _ when a.HasField && b.HasField => OfTwoFields(a, b),
            _ when a.HasField => AbstractValue.SumWith(a.Field),
            _ when b.HasField => AbstractValue.SumWith(b.Field),
            _ => AbstractValue.Unknown,
        };

    // A base and an address that the guest keeps in a global, for example.
    private AbstractValue OfTwoFields(AbstractValue a, AbstractValue b) =>
        (fields?.IsBase(a.Field), fields?.IsBase(b.Field)) switch
        {
            (true, false) => AbstractValue.SumWith(a.Field),
            (false, true) => AbstractValue.SumWith(b.Field),
            _ => AbstractValue.Unknown,
        };
}
