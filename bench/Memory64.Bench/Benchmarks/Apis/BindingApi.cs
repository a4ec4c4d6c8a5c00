using Memory64.Bench.Guests;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Apis;

/// <summary>Through this suite's binding.</summary>
public sealed class BindingApi : IHostApi
{
    private readonly CompiledGuest _compiled;
    private readonly GuestInstance _guest;
    private readonly Function _load;
    private readonly Memory _memory;

    /// <summary>Compiles the guest and keeps one instance.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="library">The engine under test.</param>
    public BindingApi(Guest guest, WasmtimeLibrary library)
    {
        _compiled = new CompiledGuest(guest, EngineConfiguration.Default, library);
        _guest = _compiled.Instantiate();
        _load = _guest.Function("load64");
        _memory = _guest.Memory;
    }

    /// <inheritdoc/>
    public void Instantiate()
    {
        using var store = new Store(_compiled.Engine);
        _ = new Instance(store, _compiled.Module);
    }

    /// <inheritdoc/>
    public ulong Call(ulong address, int count)
    {
        var word = 0UL;
        for (; count != 0; count--)
        {
            word = _load.Call(address);
        }

        return word;
    }

    /// <inheritdoc/>
    public ulong Read(ulong address, int count)
    {
        var word = 0UL;
        for (; count != 0; count--)
        {
            word = _memory.Read<ulong>(address);
        }

        return word;
    }

    /// <inheritdoc/>
    public ulong Write(ulong address, ulong value, int count)
    {
        for (; count != 0; count--)
        {
            _memory.Write(address, value);
        }

        return value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _guest.Dispose();
        _compiled.Dispose();
    }
}
