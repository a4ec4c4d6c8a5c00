using Memory64.Code.Flow;
using Memory64.Code.Operations;

namespace Memory64.Code.Values;

/// <summary>What is known of every value of a function at every place, by going through it until nothing new is found.</summary>
internal sealed class Interpretation
{
    private readonly FlowGraph _graph;
    private readonly ContextFields? _fields;
    private readonly Transfer _transfer;
    private readonly MachineState?[] _atBlock;
    private readonly AbstractValue[] _addresses;
    private readonly Dictionary<Location, AbstractValue>[] _reads;

    /// <summary>Goes through a function.</summary>
    /// <param name="graph">The function.</param>
    /// <param name="decoder">Its architecture.</param>
    /// <param name="fields">What is known of the context's fields; null for code that has no context.</param>
    internal Interpretation(FlowGraph graph, IDecoder decoder, ContextFields? fields)
    {
        _graph = graph;
        _fields = fields;
        _transfer = new(decoder.StackPointer, fields);
        _atBlock = new MachineState?[graph.Blocks.Count];
        _addresses = new AbstractValue[graph.Operations.Count];
        _reads = new Dictionary<Location, AbstractValue>[graph.Operations.Count];
        var entry = new MachineState { [decoder.StackPointer] = AbstractValue.Stack(0) };
        if (fields is not null)
        {
            entry[decoder.FirstArgument] = AbstractValue.Context;
        }

        Run(entry);
        Record();
    }

    /// <summary>What is known of a location that an instruction reads, before it does.</summary>
    internal AbstractValue Before(int operation, Location read) =>
        _reads[operation].GetValueOrDefault(read, AbstractValue.Unknown);

    /// <summary>What is known of the address of an instruction's memory operand.</summary>
    internal AbstractValue AddressOf(int operation) => _addresses[operation];

    /// <summary>What an instruction's memory operand names.</summary>
    internal Place PlaceOf(int operation) =>
        _transfer.PlaceOf(_graph.Operations[operation], _addresses[operation]);

    /// <summary>Whether a value has a memory's base in it.</summary>
    internal bool IsAddress(AbstractValue value) =>
        value.HasField && _fields is not null && _fields.IsBase(value.Field);

    /// <summary>Whether an instruction reads or writes a memory's bound.</summary>
    internal bool IsBound(int operation) =>
        FieldOf(operation) is { } field && _fields is not null && _fields.IsBound(field);

    /// <summary>The field that an instruction reads or writes, where it does.</summary>
    internal string? FieldOf(int operation) =>
        PlaceOf(operation) == Place.Field
            ? FieldPath.In(_addresses[operation].Field, _addresses[operation].Number)
            : null;

    private void Run(MachineState entry)
    {
        _atBlock[_graph.Entry] = entry;
        var open = new Queue<int>([_graph.Entry]);
        while (open.TryDequeue(out var number))
        {
            var state = _atBlock[number]!.Copy();
            foreach (var operation in _graph.Blocks[number].Operations)
            {
                _transfer.Step(_graph.Operations[operation], state);
            }

            foreach (var next in _graph.Blocks[number].Next)
            {
                if (_atBlock[next] is null)
                {
                    _atBlock[next] = state.Copy();
                    open.Enqueue(next);
                }
                else if (_atBlock[next]!.Join(state))
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
            var state = _atBlock[number]?.Copy() ?? new();
            foreach (var i in _graph.Blocks[number].Operations)
            {
                var operation = _graph.Operations[i];
                _reads[i] = operation
                    .Reads.Distinct()
                    .ToDictionary(location => location, location => state[location]);
                _addresses[i] = _transfer.Address(operation.Memory, state);
                _transfer.Step(operation, state);
            }
        }
    }
}
