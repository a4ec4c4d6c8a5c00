using Memory64.Engines.Identity;

namespace Memory64.Bench.Guests.V8;

/// <summary>V8 in a process of its own, which is started when the first guest is opened.</summary>
/// <param name="program">Absolute path of Node.js.</param>
public sealed class V8Engine(string program) : IGuestEngine, IDisposable
{
    private readonly Dictionary<Guest, int> _modules = [];

    private V8Process? _process;

    /// <inheritdoc/>
    public EngineKind Kind => EngineKind.V8;

    /// <inheritdoc/>
    public CallClock Clock { get; } = new();

    /// <summary>Id of its process, where it was started.</summary>
    public int? ProcessId => _process?.Id;

    /// <inheritdoc/>
    public IPreparedGuest Prepare(Guest guest, EngineConfiguration settings)
    {
        var module = ModuleOf(guest);
        return new Prepared(_process!, Clock, module);
    }

    /// <summary>Creates instances of a guest, as many as the clock says, and keeps none; counts what it takes.</summary>
    /// <exception cref="GuestEngineException">V8 can't have it.</exception>
    public void Create(Guest guest)
    {
        var module = ModuleOf(guest);
        var answer = _process!.Ask(V8Operation.Create, module, (ulong)Clock.Times);
        Clock.Add(answer.Nanoseconds, answer.Processor);
    }

    private int ModuleOf(Guest guest)
    {
        _process ??= new(program);
        if (!_modules.TryGetValue(guest, out var module))
        {
            module = (int)
                _process
                    .Ask(V8Operation.Module, 0, [(ulong)guest.Wasm.Length], guest.Wasm.Span)
                    .Value;
            _modules.Add(guest, module);
        }

        return module;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process?.Dispose();
        _process = null;
        _modules.Clear();
    }

    // A module stays as long as the process: compiled anew, the same bytes would be found in V8's own cache.
    private sealed class Prepared(V8Process process, CallClock clock, int module) : IPreparedGuest
    {
        public IGuest Open(Func<ulong, ulong, ulong, ulong>? import = null) =>
            import is null
                ? new V8Guest(process, clock, module)
                : throw new GuestEngineException("V8 is given no functions of the host");

        public void Dispose() { }
    }
}
