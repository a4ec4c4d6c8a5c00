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

    internal void* Context
    {
        get
        {
            ObjectDisposedException.ThrowIf(_context == null, this);
            return _context;
        }
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
