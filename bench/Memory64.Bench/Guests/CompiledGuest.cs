using System.Collections.Concurrent;
using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>
/// A guest compiled by an engine of its own. A process compiles a guest once for each library and settings: after that an engine of its
/// own loads the same code, to another place, in a hundredth of the time.
/// </summary>
public sealed class CompiledGuest : IDisposable
{
    private static readonly ConcurrentDictionary<
        (Guest Guest, EngineConfiguration Settings, WasmtimeLibrary Library),
        byte[]
    > Images = new();

    /// <summary>Creates the engine, and compiles the guest or loads it compiled.</summary>
    /// <exception cref="UnsupportedFeatureException">The library can't have these settings.</exception>
    /// <exception cref="WasmtimeException">The engine doesn't accept the guest.</exception>
    public CompiledGuest(Guest guest, EngineConfiguration settings, WasmtimeLibrary library)
    {
        Engine = settings.CreateEngine(library);
        if (Images.TryGetValue((guest, settings, library), out var image))
        {
            Module = Module.Deserialize(Engine, image);
            return;
        }

        Module = new Module(Engine, guest.Wasm.Span);
        Images[(guest, settings, library)] = Module.Serialize();
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
