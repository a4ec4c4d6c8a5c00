namespace Memory64.Wasmtime;

/// <summary>
/// A store (<c>wasmtime_store_t</c>): what is instantiated in it lives until it is disposed. It has no finalizer, which
/// would run on another thread in the middle of a measurement: dispose it.
/// </summary>
public sealed unsafe class Store : IDisposable
{
    private void* _store;
    private void* _context;

    /// <summary>Creates an empty store.</summary>
    public Store(Engine engine)
    {
        Library = engine.Library;
        _store = Library.Api.StoreNew(engine.Live, null, null);
        _context = Library.Api.StoreContext(_store);
    }

    internal WasmtimeLibrary Library { get; }

    /// <summary>Whether guests of WASI can run in it: their calls end the process where it has no configuration.</summary>
    internal bool HasWasi { get; private set; }

    internal void* Context
    {
        get
        {
            ObjectDisposedException.ThrowIf(_context == null, this);
            return _context;
        }
    }

    /// <summary>Opens what guests of WASI get, for all that are instantiated in this store by <see cref="Linker.DefineWasi"/>.</summary>
    /// <exception cref="WasmtimeException">A file or directory can't be opened, or the engine was built without WASI.</exception>
    /// <exception cref="UnsupportedFeatureException">A directory is to be read-only, and the engine has no such choice.</exception>
    public void SetWasi(WasiConfiguration configuration)
    {
        // The store takes over the configuration, whether it takes it or not.
        var context = Context;
        Library.ThrowIfError(Library.Wasi.ContextSet(context, configuration.Create(Library)));
        HasWasi = true;
    }

    /// <summary>Deletes the store with its instances and memories.</summary>
    public void Dispose()
    {
        if (_store != null)
        {
            Library.Api.StoreDelete(_store);
            _store = null;
            _context = null;
        }
    }
}
