using System.Text;
using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>
/// Names and what modules get for them (<c>wasmtime_linker_t</c>): WASI and functions of the host. One linker serves any number of
/// stores; what was instantiated by it outlives it.
/// </summary>
public sealed unsafe class Linker : IDisposable
{
    private static readonly FunctionType Nothing = new([], []);

    private readonly LinkingApi _api;
    private void* _linker;
    private bool _hasWasi;

    /// <summary>Creates a linker that knows no name.</summary>
    public Linker(Engine engine)
    {
        Library = engine.Library;
        _api = Library.Linking;
        _linker = _api.LinkerNew(engine.Live);
    }

    /// <summary>Whether a name may be defined again, the last one holding; not so at first.</summary>
    public bool AllowShadowing
    {
        get;
        set
        {
            _api.LinkerAllowShadowing(Live, value ? (byte)1 : (byte)0);
            field = value;
        }
    }

    private WasmtimeLibrary Library { get; }

    private void* Live
    {
        get
        {
            ObjectDisposedException.ThrowIf(_linker == null, this);
            return _linker;
        }
    }

    /// <summary>Defines all of WASI preview 1. Each store then needs its own <see cref="Store.SetWasi"/>.</summary>
    /// <exception cref="WasmtimeException">One of its names is defined already, or the engine was built without WASI.</exception>
    public Linker DefineWasi()
    {
        Library.ThrowIfError(Library.Wasi.LinkerDefine(Live));
        _hasWasi = true;
        return this;
    }

    /// <summary>Defines a function of the host; it lives as long as this linker and what was instantiated by it.</summary>
    /// <param name="module">The first name.</param>
    /// <param name="name">The second name.</param>
    /// <param name="type">What it takes and returns, numbers only.</param>
    /// <param name="body">What it does. A call of it allocates nothing, but costs more than one of a callback.</param>
    /// <exception cref="WasmtimeException">The name is defined already.</exception>
    public Linker Define(string module, string name, FunctionType type, HostBody body)
    {
        var linker = Live;
        var native = FunctionTypeFactory.Create(Library.Api, type);
        try
        {
            var self = LinkerFunction.Create(Library, type, body);
            Define(
                linker,
                module,
                name,
                native,
                LinkerFunction.Entry,
                self,
                LinkerFunction.Release
            );
        }
        finally
        {
            Library.Api.FunctionTypeDelete(native);
        }

        return this;
    }

    /// <summary>
    /// Defines a function of no parameters and no results by its machine code: the fastest that a guest can call. An engine calls
    /// it with <paramref name="data"/> and three words that mean nothing here.
    /// </summary>
    /// <param name="module">The first name.</param>
    /// <param name="name">The second name.</param>
    /// <param name="callback">
    /// A static method with <c>UnmanagedCallersOnly</c> that throws nothing and returns null, or native code that does so.
    /// </param>
    /// <param name="data">Memory of the caller's that stays where it is while a guest may call.</param>
    /// <exception cref="WasmtimeException">The name is defined already.</exception>
    public Linker DefineCallback(
        string module,
        string name,
        delegate* unmanaged[Cdecl]<void*, void*, void*, nuint, void*> callback,
        void* data
    )
    {
        var linker = Live;
        var native = FunctionTypeFactory.Create(Library.Api, Nothing);
        try
        {
            var entry = (delegate* unmanaged[Cdecl]<void*, void*, RawValue*, nuint, void*>)callback;
            Define(linker, module, name, native, entry, data, null);
        }
        finally
        {
            Library.Api.FunctionTypeDelete(native);
        }

        return this;
    }

    /// <summary>Defines a memory of a store; only that store can then be instantiated in.</summary>
    /// <exception cref="WasmtimeException">The name is defined already.</exception>
    public Linker Define(Store store, string module, string name, Memory memory)
    {
        var external = new ExternHandle { Kind = ExternHandle.MemoryKind, Memory = memory.Handle };
        var moduleName = Encoding.UTF8.GetBytes(module);
        var itemName = Encoding.UTF8.GetBytes(name);
        fixed (byte* moduleBytes = moduleName)
        fixed (byte* itemBytes = itemName)
        {
            Library.ThrowIfError(
                _api.LinkerDefine(
                    Live,
                    store.Context,
                    moduleBytes,
                    (nuint)moduleName.Length,
                    itemBytes,
                    (nuint)itemName.Length,
                    &external
                )
            );
        }

        return this;
    }

    /// <summary>What the module imports and this linker has no name for; what it has may still be of another type.</summary>
    public IReadOnlyList<ModuleImport> Missing(Store store, Module module) =>
        [.. module.Imports.Where(import => !Knows(store, import))];

    /// <summary>Instantiates a module, which runs its start function.</summary>
    /// <exception cref="WasmtimeException">An import is missing or of another type, or its memory can't be allocated.</exception>
    /// <exception cref="TrapException">Its start function trapped.</exception>
    /// <exception cref="ExitException">Its start function ended the guest.</exception>
    /// <exception cref="InvalidOperationException">WASI is defined, and the store has no configuration of it.</exception>
    public Instance Instantiate(Store store, Module module)
    {
        // A function of WASI that finds none would end the process.
        if (_hasWasi && !store.HasWasi)
        {
            throw new InvalidOperationException(
                $"the store needs {nameof(Store.SetWasi)} before a module of WASI is instantiated in it"
            );
        }

        InstanceHandle handle;
        void* trap = null;
        var error = _api.LinkerInstantiate(Live, store.Context, module.Live, &handle, &trap);
        Library.ThrowIfFailed(error, trap);
        return new Instance(store, handle);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_linker != null)
        {
            _api.LinkerDelete(_linker);
            _linker = null;
        }
    }

    // The engine keeps the data, or releases it at once where it refuses the name.
    private void Define(
        void* linker,
        string module,
        string name,
        void* type,
        delegate* unmanaged[Cdecl]<void*, void*, RawValue*, nuint, void*> callback,
        void* data,
        delegate* unmanaged[Cdecl]<void*, void> release
    )
    {
        var moduleName = Encoding.UTF8.GetBytes(module);
        var itemName = Encoding.UTF8.GetBytes(name);
        fixed (byte* moduleBytes = moduleName)
        fixed (byte* itemBytes = itemName)
        {
            Library.ThrowIfError(
                _api.LinkerDefineFunctionUnchecked(
                    linker,
                    moduleBytes,
                    (nuint)moduleName.Length,
                    itemBytes,
                    (nuint)itemName.Length,
                    type,
                    callback,
                    data,
                    release
                )
            );
        }
    }

    private bool Knows(Store store, ModuleImport import)
    {
        // Functions and memories are plain handles: wasmtime_extern_delete has nothing to free for them.
        ExternHandle external;
        var moduleName = Encoding.UTF8.GetBytes(import.Module);
        var itemName = Encoding.UTF8.GetBytes(import.Name);
        fixed (byte* moduleBytes = moduleName)
        fixed (byte* itemBytes = itemName)
        {
            return _api.LinkerGet(
                    Live,
                    store.Context,
                    moduleBytes,
                    (nuint)moduleName.Length,
                    itemBytes,
                    (nuint)itemName.Length,
                    &external
                ) != 0;
        }
    }
}
