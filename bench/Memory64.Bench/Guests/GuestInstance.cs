using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>One instance of a guest in a store of its own, with the memory it works on.</summary>
public sealed class GuestInstance : IDisposable
{
    private readonly Store _store;
    private readonly Instance _instance;

    /// <summary>Instantiates a guest that defines its memory.</summary>
    public GuestInstance(Engine engine, Module module)
    {
        _store = new Store(engine);
        _instance = new Instance(_store, module);
        Memory = _instance.GetMemory("memory");
        Probe = new GuestProbe(_instance);
    }

    /// <summary>Instantiates a guest that imports its memory; the host creates one of <paramref name="type"/>.</summary>
    public GuestInstance(Engine engine, Module module, MemoryType type)
    {
        _store = new Store(engine);
        Memory = new Memory(_store, type);
        _instance = new Instance(_store, module, Memory);
        Probe = new GuestProbe(_instance);
    }

    /// <summary>The guest's linear memory as the host sees it.</summary>
    public Memory Memory { get; }

    /// <summary>The functions by which the guest itself reads, writes and grows it.</summary>
    public GuestProbe Probe { get; }

    /// <summary>An exported function.</summary>
    public Function Function(string name) => _instance.GetFunction(name);

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();
}
