using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>One instance of a guest in a store of its own, with the memory it works on.</summary>
public sealed class GuestInstance : IGuest
{
    private readonly Store _store;
    private readonly Instance _instance;
    private readonly WasmtimeMemory _linear;

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
            _linear = new WasmtimeMemory(Memory);
            Probe = new GuestProbe(((IGuestMemory)this).Function);
        }
        catch
        {
            _store.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public GuestInstance Here => this;

    /// <summary>The memory, at its place in this process.</summary>
    public Memory Memory { get; }

    /// <inheritdoc/>
    ILinearMemory IGuestMemory.Memory => _linear;

    /// <inheritdoc/>
    public GuestProbe Probe { get; }

    /// <summary>An exported function, as the binding has it.</summary>
    /// <param name="name">Its name.</param>
    public Function Function(string name) => _instance.GetFunction(name);

    /// <inheritdoc/>
    IGuestFunction IGuestMemory.Function(string name) => new WasmtimeFunction(Function(name));

    /// <summary>All memories of a guest that was joined from several, this one first.</summary>
    /// <param name="count">How many it has; 1 or more.</param>
    /// <exception cref="WasmtimeException">It has fewer.</exception>
    public IReadOnlyList<IGuestMemory> Memories(int count) =>
        [
            this,
            .. Enumerable.Range(1, count - 1).Select(number => new JoinedMemory(_instance, number)),
        ];

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
