using Memory64.Bench.Guests;
using Memory64.Bench.Guests.V8;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Measured;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>A user's module in V8, which is given nothing: neither WASI nor anything else.</summary>
internal sealed class ModuleInV8 : IModuleTarget
{
    private readonly IPreparedGuest _prepared;
    private readonly Invocation _invocation;
    private readonly IReadOnlyList<ValueKind> _resultKinds;
    private readonly Value[] _arguments;
    private readonly string _name;
    private readonly bool _isFresh;
    private V8Guest _guest;
    private int _function;
    private ModuleAnswer _said = new("", []);

    /// <summary>Compiles the module; an instance answers, and where it stays, it must answer alike a second time.</summary>
    /// <param name="side">It.</param>
    /// <param name="memory">Which of its memories.</param>
    /// <param name="request">How it is called, and what it must answer.</param>
    /// <param name="engine">The engine under test.</param>
    /// <exception cref="MeasurementException">It can't be called so, or answers otherwise; the message says how.</exception>
    /// <exception cref="GuestEngineException">V8 refuses it.</exception>
    public ModuleInV8(ModuleSide side, ModuleMemory memory, ModuleRequest request, V8Engine engine)
    {
        var (owner, guest) = side.With(memory);
        (_name, _isFresh, _invocation) = (guest.Name, request.IsFresh, request.Invocation);
        Clock = new() { Calls = engine.Clock };
        var type = owner.TypeOf(_invocation.Export);
        (_arguments, _resultKinds) = (_invocation.ValuesFor(type), type.Results);
        _prepared = engine.Prepare(guest, EngineConfiguration.Default);
        _guest = Open();
        try
        {
            Call();
            Answer = _said;
            Answer.RequireResults(request, $"{_name}: {_invocation}");
            if (!_isFresh)
            {
                Call();
                Check();
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ModuleAnswer Answer { get; }

    /// <inheritdoc/>
    public SpanClock Clock { get; }

    /// <inheritdoc/>
    public bool IsOnOneThread => true;

    /// <inheritdoc/>
    public void Call()
    {
        try
        {
            var results = _guest.Call(_function, _arguments, _resultKinds);
            _said = new(string.Join(", ", results), []);
        }
        catch (TrapException exception)
        {
            throw new MeasurementException(
                $"{_name}: {_invocation}: {exception.Message}",
                exception
            );
        }
    }

    /// <inheritdoc/>
    public void CallFresh()
    {
        _guest.Dispose();
        _guest = Open();
        Call();
    }

    /// <inheritdoc/>
    public void Check() => _said.RequireEqual(Answer, $"{_name}: {_invocation}", _isFresh);

    /// <inheritdoc/>
    public void Dispose()
    {
        _guest.Dispose();
        _prepared.Dispose();
    }

    private V8Guest Open()
    {
        var guest = (V8Guest)_prepared.Open();
        _function = guest.NumberOf(_invocation.Export);
        return guest;
    }
}
