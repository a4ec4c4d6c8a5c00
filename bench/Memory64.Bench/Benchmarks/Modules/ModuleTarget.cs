using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Measured;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>A user's module in Wasmtime, with an instance that can be called.</summary>
internal sealed class ModuleTarget : IModuleTarget
{
    private readonly CompiledGuest _compiled;
    private readonly Linker _linker;
    private readonly GuestHost _host;
    private readonly ReadOnlyMemory<byte> _wasm;
    private readonly Lazy<byte[]> _image;
    private readonly string _name;
    private readonly Invocation _invocation;
    private readonly bool _isFresh;
    private readonly Value[] _arguments;
    private readonly Value[] _results;
    private Store? _store;
    private Instance _instance;
    private ValueFunction _function = null!;

    /// <summary>Compiles the module; an instance answers, and where it stays, it must answer alike a second time.</summary>
    /// <param name="side">It.</param>
    /// <param name="memory">Which of its memories.</param>
    /// <param name="request">How it is called, and what it must answer.</param>
    /// <param name="settings">Of the engine.</param>
    /// <param name="library">The engine under test.</param>
    /// <exception cref="MeasurementException">It can't be called so, or answers otherwise; the message says how.</exception>
    public ModuleTarget(
        ModuleSide side,
        ModuleMemory memory,
        ModuleRequest request,
        EngineConfiguration settings,
        WasmtimeLibrary library
    )
    {
        var (owner, guest) = side.With(memory);
        (_name, _wasm, _isFresh) = (guest.Name, guest.Wasm, request.IsFresh);
        _invocation = request.Invocation;
        _compiled = new CompiledGuest(guest, settings, library);
        _image = new(_compiled.Module.Serialize);
        _linker = new Linker(_compiled.Engine);
        _host = new GuestHost(_linker, side.Module, owner.Outline, request, Clock, library);
        var type = owner.TypeOf(_invocation.Export);
        (_arguments, _results) = (_invocation.ValuesFor(type), new Value[type.Results.Count]);
        try
        {
            RequireImports();
            Renew();
            _host.Watched(Call);
            Answer = Said();
            CheckTimed();
            CheckExpected(side.Module, request);
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
    public SpanClock Clock { get; } = new();

    /// <summary>Whether it uses WASI.</summary>
    public bool UsesWasi => _host.UsesWasi;

    /// <inheritdoc/>
    public bool IsOnOneThread => _host.IsTimedByGuest || !_host.UsesWasi;

    /// <summary>Bytes of machine code that the module became.</summary>
    public ulong CodeBytes => MachineCode.BytesOf(_image.Value);

    /// <inheritdoc/>
    public void Call()
    {
        try
        {
            _function.Call(_arguments, _results);
        }
        catch (ExitException exit) when (exit.Status == 0)
        {
            // How a command may end itself.
        }
        catch (WasmtimeException exception)
        {
            throw new MeasurementException(
                $"{_name}: {_invocation}: {CauseOf(exception)}{_host.LastWords()}",
                exception
            );
        }
    }

    /// <inheritdoc/>
    public void CallFresh()
    {
        Renew();
        if (_host.IsTimedByGuest)
        {
            Call();
            return;
        }

        Clock.Start();
        Call();
        Clock.End();
    }

    /// <summary>Calls another function of the instance, one that only tells a number of 64 bits.</summary>
    public long Tell(string export) => _instance.GetValueFunction(export).Call()[0].ToInt64();

    /// <summary>Creates an instance and deletes it.</summary>
    public void Instantiate()
    {
        using var store = new Store(_compiled.Engine);
        _ = _linker.Instantiate(store, _compiled.Module);
    }

    /// <summary>Creates an instance that uses WASI and deletes it; its folders and files are opened while the clock stands still.</summary>
    public void InstantiateAtHost()
    {
        Clock.Start();
        using (var store = new Store(_compiled.Engine))
        {
            Clock.End();
            _host.Enter(store);
            Clock.Start();
            _ = _linker.Instantiate(store, _compiled.Module);
        }

        Clock.End();
    }

    /// <summary>Compiles the module, and deletes what it became.</summary>
    public void Compile() => new Module(_compiled.Engine, _wasm.Span).Dispose();

    /// <summary>Loads the compiled form, and deletes it.</summary>
    public void Deserialize() => Module.Deserialize(_compiled.Engine, _image.Value).Dispose();

    /// <inheritdoc/>
    public void Check() => Said().RequireEqual(Answer, $"{_name}: {_invocation}", _isFresh);

    /// <inheritdoc/>
    public void Dispose()
    {
        _store?.Dispose();
        _linker.Dispose();
        _host.Dispose();
        _compiled.Dispose();
    }

    private void Renew()
    {
        _store?.Dispose();
        _store = new Store(_compiled.Engine);
        _host.Enter(_store);
        try
        {
            _instance = _linker.Instantiate(_store, _compiled.Module);
            _function = _instance.GetValueFunction(_invocation.Export);
        }
        catch (WasmtimeException exception)
        {
            throw new MeasurementException(
                $"{_name} can't be instantiated: {CauseOf(exception)}{_host.LastWords()}",
                exception
            );
        }
    }

    // What an engine says of a trap is where it happened, function by function, and then why.
    private static string CauseOf(WasmtimeException exception) =>
        OneLine.Of(exception.Message.Split("Caused by:")[^1]);

    private ModuleAnswer Said() => new(string.Join(", ", _results), _host.Output());

    private void RequireImports()
    {
        using var store = new Store(_compiled.Engine);
        var missing = _linker.Missing(store, _compiled.Module);
        if (missing.Count > 0)
        {
            throw new MeasurementException(
                $"{_name} imports what nothing provides: {string.Join("; ", missing)}"
            );
        }
    }

    private void CheckTimed()
    {
        if (_isFresh && _host.IsTimedByGuest && Clock.Spans == 0)
        {
            throw new MeasurementException(
                $"{_name} imports bench.start and bench.end, and calls {(Clock.IsOpen ? "bench.start alone" : "neither")}; so nothing is timed"
            );
        }
    }

    private void CheckExpected(UserModule module, ModuleRequest request)
    {
        Answer.RequireResults(request, $"{_name}: {_invocation}");
        if (
            ExpectedOutput.Of(module, request) is { } output
            && ModuleAnswer.OutputDifference(Answer.Output, output) is { } difference
        )
        {
            throw new MeasurementException($"{_name}: {_invocation} {difference}");
        }
    }
}
