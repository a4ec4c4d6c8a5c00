using System.Text;

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
        Probe = new GuestProbe(Function);
    }

    /// <inheritdoc/>
    public ILinearMemory Memory { get; }

    /// <inheritdoc/>
    public GuestProbe Probe { get; }

    /// <inheritdoc/>
    public IGuestFunction Function(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var number = (int)
            _process.Ask(V8Operation.Function, _number, [(ulong)bytes.Length], bytes).Value;
        return new V8Function(_process, _clock, _number, number, name);
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Ask(V8Operation.Drop, _number);
}
