using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Memory64.Wasmtime;

namespace Memory64.Bench.Guests.V8;

/// <summary>An instance in V8's process.</summary>
internal sealed class V8Guest : IGuest
{
    private readonly V8Process _process;
    private readonly CallClock _clock;
    private readonly int _number;

    /// <summary>Instantiates a module.</summary>
    /// <param name="process">Has the module.</param>
    /// <param name="clock">Counts the time of all calls of the process.</param>
    /// <param name="module">The module's number.</param>
    public V8Guest(V8Process process, CallClock clock, int module)
    {
        (_process, _clock) = (process, clock);
        _number = (int)process.Ask(V8Operation.Instance, module).Value;
        Memory = new V8Memory(process, _number);
    }

    /// <inheritdoc/>
    public ILinearMemory Memory { get; }

    /// <inheritdoc/>
    public GuestProbe Probe => field ??= new GuestProbe(Function);

    /// <inheritdoc/>
    public IGuestFunction Function(string name) =>
        new V8Function(_process, _clock, _number, NumberOf(name), name);

    /// <summary>The number of an exported function, for <see cref="Call"/>.</summary>
    /// <exception cref="GuestEngineException">There is none of that name.</exception>
    public int NumberOf(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return (int)_process.Ask(V8Operation.Function, _number, [(ulong)bytes.Length], bytes).Value;
    }

    /// <summary>Calls a function over numbers of any type; it counts by what it takes there.</summary>
    /// <param name="function">Its number.</param>
    /// <param name="arguments">As many as it has parameters, of their types.</param>
    /// <param name="results">The types of its results, all of numbers.</param>
    /// <exception cref="TrapException">The guest trapped.</exception>
    public IReadOnlyList<Value> Call(
        int function,
        IReadOnlyList<Value> arguments,
        IReadOnlyList<ValueKind> results
    )
    {
        var words = arguments
            .SelectMany(value => new[] { (ulong)value.Kind, BitsOf(value) })
            .Concat(results.Select(kind => (ulong)kind))
            .ToArray();
        var answer = _process.Ask(
            V8Operation.CallValues,
            _number,
            [(ulong)function, (ulong)_clock.Times, (ulong)arguments.Count, (ulong)results.Count],
            MemoryMarshal.AsBytes(words.AsSpan())
        );
        _clock.Add(answer.Nanoseconds, answer.Processor);
        return
        [
            .. answer
                .Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Zip(
                    results,
                    (bits, kind) => ValueOf(kind, ulong.Parse(bits, CultureInfo.InvariantCulture))
                ),
        ];
    }

    private static ulong BitsOf(Value value) =>
        value.Kind switch
        {
            ValueKind.I32 => (uint)value.ToInt32(),
            ValueKind.I64 => (ulong)value.ToInt64(),
            ValueKind.F32 => BitConverter.SingleToUInt32Bits(value.ToSingle()),
            _ => BitConverter.DoubleToUInt64Bits(value.ToDouble()),
        };

    private static Value ValueOf(ValueKind kind, ulong bits) =>
        kind switch
        {
            ValueKind.I32 => Value.FromInt32((int)(uint)bits),
            ValueKind.I64 => Value.FromInt64((long)bits),
            ValueKind.F32 => Value.FromSingle(BitConverter.UInt32BitsToSingle((uint)bits)),
            _ => Value.FromDouble(BitConverter.UInt64BitsToDouble(bits)),
        };

    /// <inheritdoc/>
    public void Dispose() => _process.Ask(V8Operation.Drop, _number);
}
