using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>A guest compiled by an engine of its own.</summary>
public sealed class CompiledGuest : IDisposable
{
    /// <summary>Creates the engine and compiles the guest.</summary>
    /// <exception cref="UnsupportedFeatureException">The library can't have these settings.</exception>
    /// <exception cref="WasmtimeException">The engine doesn't accept the guest.</exception>
    public CompiledGuest(Guest guest, EngineConfiguration settings, WasmtimeLibrary library)
    {
        Engine = settings.CreateEngine(library);
        Module = new Module(Engine, guest.Wasm.Span);
    }

    /// <summary>The engine.</summary>
    public Engine Engine { get; }

    /// <summary>The compiled module.</summary>
    public Module Module { get; }

    /// <summary>An instance; with a type, one that imports such a memory, created by the host.</summary>
    public GuestInstance Instantiate(MemoryType? imported = null) => new(Engine, Module, imported);

    /// <summary>An instance that imports a function of the host; see <see cref="HostFunction"/>.</summary>
    public GuestInstance Instantiate(Func<ulong, ulong, ulong, ulong> import) =>
        new(Engine, Module, import);

    /// <inheritdoc/>
    public void Dispose()
    {
        Module.Dispose();
        Engine.Dispose();
    }
}
