using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Measured;
using Memory64.Engines.Identity;

namespace Memory64.Bench.Guests.Engines.V8;

/// <summary>V8 in a process of its own, which is started when the first guest is opened.</summary>
/// <param name="program">Absolute path of Node.js.</param>
public sealed class V8Engine(string program) : IGuestEngine, IDisposable
{
    private readonly Dictionary<Guest, int> _modules = [];

    private V8Process? _process;

    /// <inheritdoc/>
    public EngineKind Kind => EngineKind.V8;

    /// <inheritdoc/>
    public SpanClock Clock { get; } = new() { IsRemote = true };

    /// <summary>Id of its process, where it was started.</summary>
    public int? ProcessId => _process?.Id;

    /// <inheritdoc/>
    public IGuest Open(Guest guest, Func<ulong, ulong, ulong, ulong>? import = null)
    {
        if (import is not null)
        {
            throw new MeasurementException("V8 is given no functions of the host");
        }

        _process ??= new(program);
        if (!_modules.TryGetValue(guest, out var module))
        {
            module = (int)
                _process
                    .Ask(V8Operation.Module, 0, [(ulong)guest.Wasm.Length], guest.Wasm.Span)
                    .Value;
            _modules.Add(guest, module);
        }

        return new V8Guest(_process, Clock, module);
    }

    /// <inheritdoc/>
    public void Dispose() => _process?.Dispose();
}
