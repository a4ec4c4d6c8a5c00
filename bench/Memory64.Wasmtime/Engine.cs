namespace Memory64.Wasmtime;

/// <summary>A configured engine (<c>wasm_engine_t</c>): compiles modules and owns the instance allocator.</summary>
public sealed unsafe class Engine : IDisposable
{
    private void* _engine;

    /// <summary>Creates an engine. The settings are consumed: dispose or drop them, but don't use them again.</summary>
    /// <remarks>
    /// Wasmtime's C API ends the process when settings contradict each other; its message is then on standard error.
    /// </remarks>
    public Engine(Config config)
    {
        Library = config.Library;
        _engine = Library.Api.EngineNewWithConfig(config.Release());
        if (_engine == null)
        {
            throw new WasmtimeException("the engine refused these settings");
        }
    }

    /// <summary>Creates an engine with the library's default settings.</summary>
    public Engine(WasmtimeLibrary library)
        : this(new Config(library)) { }

    /// <summary>The library that this engine runs in.</summary>
    public WasmtimeLibrary Library { get; }

    internal void* Live
    {
        get
        {
            ObjectDisposedException.ThrowIf(_engine == null, this);
            return _engine;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_engine != null)
        {
            Library.Api.EngineDelete(_engine);
            _engine = null;
        }
    }
}
