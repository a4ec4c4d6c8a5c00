using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>A user's module on an engine, with an instance that can be called.</summary>
/// <remarks>
/// What it imports of WASI it gets from the engine, with no folder, no input and no network; random numbers and clocks begin alike in each
/// instance, so that both sides of a duel compute the same. What it writes is dropped.
/// </remarks>
internal sealed class ModuleTarget : IDisposable
{
    // FNV-1a of 64 bits, http://www.isthe.com/chongo/tech/comp/fnv/
    private const ulong HashStart = 14_695_981_039_346_656_037,
        HashPrime = 1_099_511_628_211;

    private const string Wasi = "wasi_snapshot_preview1";

    private readonly Engine _engine;
    private readonly Module _module;
    private readonly Linker _linker;
    private readonly DeterministicWasi _deterministic = new();
    private readonly Guest _guest;
    private readonly byte[] _image;
    private readonly Invocation _invocation;
    private readonly bool _usesWasi;
    private readonly Value[] _arguments;
    private readonly Value[] _results;
    private Store _store = null!;
    private ValueFunction _function = null!;

    /// <summary>Compiles the module; a first instance answers, and a second one alike.</summary>
    /// <param name="module">It, as it is or widened.</param>
    /// <param name="invocation">What is called.</param>
    /// <param name="expected">What that must return; <see langword="null"/> where it only must be the same each time.</param>
    /// <param name="isFresh">Whether each call has an instance of its own; else one instance must answer alike each time.</param>
    /// <param name="library">The engine under test.</param>
    /// <exception cref="MeasurementException">It can't be called so, or answers otherwise; the message says how.</exception>
    public ModuleTarget(
        Guest module,
        Invocation invocation,
        string? expected,
        bool isFresh,
        WasmtimeLibrary library
    )
    {
        (_guest, _invocation) = (module, invocation);
        _engine = EngineConfiguration.Default.CreateEngine(library);
        _module = new Module(_engine, module.Wasm.Span);
        _image = _module.Serialize();
        _linker = new Linker(_engine) { AllowShadowing = true };
        _usesWasi = _module.Imports.Any(import => import.Module == Wasi);
        if (_usesWasi)
        {
            _ = _linker.DefineWasi();
            _deterministic.Define(_linker);
        }

        (_arguments, _results) = Signature(module.Name);
        Renew();
        Call();
        Answer = HashOfSaid();
        var said = Said();
        if (expected is not null && said != expected)
        {
            throw new MeasurementException(
                $"{module.Name}: {invocation} returns {said}, and {expected} is expected"
            );
        }

        if (isFresh)
        {
            Renew();
        }

        Call();
        Check();
    }

    /// <summary>A hash of what the call returned.</summary>
    public ulong Answer { get; }

    /// <summary>Bytes of machine code that the module became.</summary>
    public ulong CodeBytes => MachineCode.BytesOf(_image);

    /// <summary>Calls the function.</summary>
    public void Call() => _function.Call(_arguments, _results);

    /// <summary>Creates another instance, which is called from now on.</summary>
    public void Renew()
    {
        _store?.Dispose();
        _store = NewStore();
        _function = _linker.Instantiate(_store, _module).GetValueFunction(_invocation.Export);
    }

    /// <summary>Creates an instance and deletes it.</summary>
    public void Instantiate()
    {
        using var store = NewStore();
        _ = _linker.Instantiate(store, _module);
    }

    /// <summary>Compiles the module, and deletes what it became.</summary>
    public void Compile() => new Module(_engine, _guest.Wasm.Span).Dispose();

    /// <summary>Loads the compiled form, and deletes it.</summary>
    public void Deserialize() => Module.Deserialize(_engine, _image).Dispose();

    /// <summary>Checks that the last call answered as the first one did.</summary>
    /// <exception cref="MeasurementException">It didn't.</exception>
    public void Check()
    {
        if (HashOfSaid() != Answer)
        {
            throw new MeasurementException(
                $"{_invocation} returns something else each time, last {Said()}; --fresh calls it in a new instance each time"
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _store?.Dispose();
        _linker.Dispose();
        _module.Dispose();
        _engine.Dispose();
    }

    private ulong HashOfSaid() =>
        Said().Aggregate(HashStart, (hash, letter) => (hash ^ letter) * HashPrime);

    private string Said() => string.Join(", ", _results);

    private Store NewStore()
    {
        var store = new Store(_engine);
        if (_usesWasi)
        {
            _deterministic.Reset();
            store.SetWasi(new WasiConfiguration());
        }

        return store;
    }

    private (Value[] Arguments, Value[] Results) Signature(string name)
    {
        var functions = _module.Exports.Where(export => export.Type.Function is not null).ToList();
        var function = functions.FirstOrDefault(export => export.Name == _invocation.Export);
        if (function is null)
        {
            throw new MeasurementException(
                $"{name} exports no function {_invocation.Export}; it has {(functions.Count == 0 ? "none" : string.Join("; ", functions))}; name one by --invoke"
            );
        }

        using var store = NewStore();
        var missing = _linker.Missing(store, _module);
        if (missing.Count > 0)
        {
            throw new MeasurementException(
                $"{name} imports what nothing provides: {string.Join("; ", missing)}"
            );
        }

        var type = function.Type.Function!;
        return (_invocation.ValuesFor(type), new Value[type.Results.Count]);
    }
}
