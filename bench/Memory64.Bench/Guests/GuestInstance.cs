using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>One instance of a guest in a store of its own, with the memory it works on.</summary>
public sealed class GuestInstance : IDisposable
{
    private readonly Store _store;
    private readonly Instance _instance;

    /// <summary>Instantiates a guest that defines its memory, or imports one that the host creates.</summary>
    /// <param name="engine">The engine that compiled it.</param>
    /// <param name="module">The compiled guest.</param>
    /// <param name="imported">The type of the memory to create and import, or <see langword="null"/>.</param>
    /// <exception cref="WasmtimeException">The memory can't be had, or the guest can't be linked to it.</exception>
    public GuestInstance(Engine engine, Module module, MemoryType? imported = null)
        : this(engine, store => Link(store, module, imported)) { }

    /// <summary>Instantiates a guest that defines its memory and imports a function of the host.</summary>
    /// <param name="engine">The engine that compiled it.</param>
    /// <param name="module">The compiled guest.</param>
    /// <param name="import">The function; see <see cref="HostFunction"/>.</param>
    /// <exception cref="WasmtimeException">The memory can't be had, or the guest can't be linked to the function.</exception>
    public GuestInstance(Engine engine, Module module, Func<ulong, ulong, ulong, ulong> import)
        : this(
            engine,
            store => WithOwnMemory(new Instance(store, module, new HostFunction(store, import)))
        ) { }

    private GuestInstance(Engine engine, Func<Store, (Instance Instance, Memory Memory)> link)
    {
        _store = new Store(engine);
        try
        {
            (_instance, Memory) = link(_store);
            Probe = new GuestProbe(_instance);
        }
        catch
        {
            _store.Dispose();
            throw;
        }
    }

    /// <summary>The guest's linear memory as the host sees it.</summary>
    public Memory Memory { get; }

    /// <summary>The functions by which the guest itself reads, writes and grows it.</summary>
    public GuestProbe Probe { get; }

    /// <summary>An exported function.</summary>
    public Function Function(string name) => _instance.GetFunction(name);

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    private static (Instance Instance, Memory Memory) Link(
        Store store,
        Module module,
        MemoryType? imported
    )
    {
        if (imported is not { } type)
        {
            return WithOwnMemory(new Instance(store, module));
        }

        var memory = new Memory(store, type);
        return (new Instance(store, module, memory), memory);
    }

    private static (Instance Instance, Memory Memory) WithOwnMemory(Instance instance) =>
        (instance, instance.GetMemory("memory"));
}
