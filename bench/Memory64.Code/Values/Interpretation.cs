using Memory64.Code.Flow;
using Memory64.Code.Operations;

namespace Memory64.Code.Values;

/// <summary>What is known of every value of a function at every place, by going through it until nothing new is found.</summary>
internal sealed class Interpretation
{
    private readonly FlowGraph _graph;
    private readonly IDecoder _decoder;
    private readonly ContextFields? _fields;
    private readonly Dictionary<Location, AbstractValue>?[] _atBlock;
    private readonly AbstractValue[] _addresses;
    private readonly Dictionary<Location, AbstractValue>[] _before;

    /// <summary>Goes through a function.</summary>
    /// <param name="graph">The function.</param>
    /// <param name="decoder">Its architecture.</param>
    /// <param name="fields">What is known of the context's fields; null for code that has no context.</param>
    internal Interpretation(FlowGraph graph, IDecoder decoder, ContextFields? fields)
    {
        _graph = graph;
        _decoder = decoder;
        _fields = fields;
        _atBlock = new Dictionary<Location, AbstractValue>?[graph.Blocks.Count];
        _addresses = new AbstractValue[graph.Operations.Count];
        _before = new Dictionary<Location, AbstractValue>[graph.Operations.Count];
        Dictionary<Location, AbstractValue> entry = new()
        {
            [decoder.StackPointer] = AbstractValue.Stack(0),
        };
        if (fields is not null)
        {
            entry[decoder.FirstArgument] = AbstractValue.Context;
        }

        Run(entry);
        Record();
    }

    /// <summary>What is known of what <paramref name="location"/> holds before an instruction.</summary>
    internal AbstractValue Before(int operation, Location location) =>
        ValueIn(_before[operation], location);

    /// <summary>What is known of the address of an instruction's memory operand.</summary>
    internal AbstractValue AddressOf(int operation) => _addresses[operation];

    /// <summary>Whether a value has a memory's base in it.</summary>
    internal bool IsAddress(AbstractValue value) =>
        value.HasField && _fields is not null && _fields.IsBase(value.Field);

    /// <summary>Whether an instruction reads or writes a memory's bound.</summary>
    internal bool IsBound(int operation) =>
        FieldOf(operation) is { } field && _fields is not null && _fields.IsBound(field);

    /// <summary>The field that an instruction reads or writes, where it does.</summary>
    internal string? FieldOf(int operation) =>
        PlaceOf(operation) == Place.Field
        && _addresses[operation] is { Kind: ValueKind.Field } address
            ? FieldPath.In(address.Field, address.Number)
            : null;

    /// <summary>What an instruction's memory operand names.</summary>
    internal Place PlaceOf(int operation) =>
        PlaceOf(_graph.Operations[operation], _addresses[operation]);

    private Place PlaceOf(Operation operation, AbstractValue address) =>
        operation.Memory is not { Access: not MemoryAccess.None } memory ? Place.None
        : memory.IsConstant ? Place.Constant
        : address.Kind == ValueKind.Stack ? Place.Stack
        : _fields is null ? Place.Memory
        : address.HasField && _fields.IsBase(address.Field) ? Place.Memory
        : address.Kind == ValueKind.Field ? Place.Field
        : Place.Unknown;

    private void Run(Dictionary<Location, AbstractValue> entry)
    {
        _atBlock[_graph.Entry] = entry;
        var open = new Queue<int>([_graph.Entry]);
        while (open.TryDequeue(out var number))
        {
            var state = new Dictionary<Location, AbstractValue>(_atBlock[number]!);
            var block = _graph.Blocks[number];
            for (var i = block.First; i < block.End; i++)
            {
                Step(_graph.Operations[i], state);
            }

            foreach (var next in block.Next)
            {
                if (Merge(ref _atBlock[next], state))
                {
                    open.Enqueue(next);
                }
            }
        }
    }

    // Once all is known, what each instruction sees.
    private void Record()
    {
        for (var number = 0; number < _graph.Blocks.Count; number++)
        {
            var state = new Dictionary<Location, AbstractValue>(_atBlock[number] ?? []);
            var block = _graph.Blocks[number];
            for (var i = block.First; i < block.End; i++)
            {
                var operation = _graph.Operations[i];
                _before[i] = operation
                    .Reads.Distinct()
                    .ToDictionary(location => location, location => ValueIn(state, location));
                _addresses[i] = Address(operation.Memory, state);
                Step(operation, state);
            }
        }
    }

    private static bool Merge(
        ref Dictionary<Location, AbstractValue>? into,
        Dictionary<Location, AbstractValue> state
    )
    {
        if (into is null)
        {
            into = new(state);
            return true;
        }

        var changed = false;
        foreach (var (location, known) in into)
        {
            var joined = known.Join(ValueIn(state, location));
            if (joined != known)
            {
                changed = true;
                if (joined == AbstractValue.Unknown)
                {
                    into.Remove(location);
                }
                else
                {
                    into[location] = joined;
                }
            }
        }

        return changed;
    }

    private void Step(Operation operation, Dictionary<Location, AbstractValue> state)
    {
        var address = Address(operation.Memory, state);
        var result = Result(operation, address, state).Narrowed(operation.Width);
        foreach (var written in operation.Writes)
        {
            state.Remove(written);
        }

        if (operation.Writes.Count > 0 && operation.Kind is not OperationKind.Call)
        {
            Set(state, operation.Writes[0], result);
        }

        if (
            operation.Memory is { } memory
            && memory.Access.HasFlag(MemoryAccess.Write)
            && address.Kind == ValueKind.Stack
        )
        {
            Set(state, Location.Slot(address.Number), result);
        }

        if (operation.StackChange != 0)
        {
            var stack = ValueIn(state, _decoder.StackPointer);
            Set(
                state,
                _decoder.StackPointer,
                Sum(stack, AbstractValue.Constant(operation.StackChange))
            );
        }
    }

    private AbstractValue Result(
        Operation operation,
        AbstractValue address,
        Dictionary<Location, AbstractValue> state
    )
    {
        var memory = operation.Memory switch
        {
            null => null,
            { Access: MemoryAccess.None } => address,
            { } read when read.Access.HasFlag(MemoryAccess.Read) => Content(
                operation,
                address,
                state
            ),
            _ => (AbstractValue?)null,
        };
        var operands = operation
            .Reads.Where(location => location != Location.Flags)
            .Select(location => ValueIn(state, location))
            .ToList();
        if (memory is { } content)
        {
            operands.Add(content);
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

    private AbstractValue Content(
        Operation operation,
        AbstractValue address,
        Dictionary<Location, AbstractValue> state
    ) =>
        PlaceOf(operation, address) switch
        {
            Place.Stack => ValueIn(state, Location.Slot(address.Number)),
            Place.Field when operation.Memory!.Bytes == sizeof(ulong) => FieldPath.In(
                address.Field,
                address.Number
            )
                is { } field
                ? AbstractValue.OfField(field)
                : AbstractValue.Unknown,
            _ => AbstractValue.Unknown,
        };

    private AbstractValue Address(MemoryOperand? memory, Dictionary<Location, AbstractValue> state)
    {
        if (memory is null || memory.IsConstant)
        {
            return AbstractValue.Unknown;
        }

        var sum = AbstractValue.Constant(memory.Displacement);
        if (memory.Base is { } register)
        {
            sum = Sum(sum, ValueIn(state, register));
        }

        if (memory.Index is { } index)
        {
            var value = ValueIn(state, index);
            sum = Sum(
                sum,
                memory.Scale == 1 ? value
                    : value.Kind == ValueKind.Constant && memory.Scale != 0
                        ? AbstractValue.Constant(value.Number * memory.Scale)
                    : AbstractValue.Unknown
            );
        }

        return sum;
    }

    private AbstractValue Sum(AbstractValue a, AbstractValue b) =>
        (a.Kind, b.Kind) switch
        {
            (ValueKind.Constant, ValueKind.Constant) => AbstractValue.Constant(a.Number + b.Number),
            (ValueKind.Constant, _) when b.Kind != ValueKind.Unknown => b with
            {
                Number = b.Kind == ValueKind.Sum ? 0 : b.Number + a.Number,
            },
            (_, ValueKind.Constant) when a.Kind != ValueKind.Unknown => Sum(b, a),
            _ when a.HasField && b.HasField => OfTwoFields(a, b),
            _ when a.HasField => AbstractValue.SumWith(a.Field),
            _ when b.HasField => AbstractValue.SumWith(b.Field),
            _ => AbstractValue.Unknown,
        };

    // A base and an address that the guest keeps in a global, for example.
    private AbstractValue OfTwoFields(AbstractValue a, AbstractValue b) =>
        (_fields?.IsBase(a.Field), _fields?.IsBase(b.Field)) switch
        {
            (true, false) => AbstractValue.SumWith(a.Field),
            (false, true) => AbstractValue.SumWith(b.Field),
            _ => AbstractValue.Unknown,
        };

    private static AbstractValue ValueIn(
        Dictionary<Location, AbstractValue> state,
        Location location
    ) => state.TryGetValue(location, out var value) ? value : AbstractValue.Unknown;

    private static void Set(
        Dictionary<Location, AbstractValue> state,
        Location location,
        AbstractValue value
    )
    {
        if (value == AbstractValue.Unknown)
        {
            state.Remove(location);
        }
        else
        {
            state[location] = value;
        }
    }
}
