using System.Text;
using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>An instantiated module (<c>wasmtime_instance_t</c>); a value, because it lives and dies with its store.</summary>
public readonly unsafe struct Instance
{
    private readonly Store _store;
    private readonly InstanceHandle _handle;

    /// <summary>Instantiates a module that imports nothing.</summary>
    /// <exception cref="WasmtimeException">It does import something, or its memory can't be allocated.</exception>
    public Instance(Store store, Module module)
    {
        _store = store;
        _handle = Create(store, module, null, 0);
    }

    /// <summary>Instantiates a module whose only import is a memory.</summary>
    /// <exception cref="WasmtimeException">The import's type doesn't fit <paramref name="import"/>.</exception>
    public Instance(Store store, Module module, Memory import)
    {
        var external = new ExternHandle { Kind = ExternHandle.MemoryKind, Memory = import.Handle };
        _store = store;
        _handle = Create(store, module, &external, 1);
    }

    /// <summary>Instantiates a module whose only import is a function.</summary>
    /// <exception cref="WasmtimeException">The import's type isn't that of <paramref name="import"/>.</exception>
    public Instance(Store store, Module module, HostFunction import)
    {
        var external = new ExternHandle
        {
            Kind = ExternHandle.FunctionKind,
            Function = import.Handle,
        };
        _store = store;
        _handle = Create(store, module, &external, 1);
    }

    internal Instance(Store store, InstanceHandle handle)
    {
        _store = store;
        _handle = handle;
    }

    /// <summary>The exported memory of that name.</summary>
    /// <exception cref="WasmtimeException">There is none.</exception>
    public Memory GetMemory(string name)
    {
        var external = GetExport(name, ExternHandle.MemoryKind);
        return new Memory(_store, external.Memory);
    }

    /// <summary>The exported function of that name, whose parameters and result (at most one) are all <c>i64</c>.</summary>
    /// <exception cref="WasmtimeException">There is none, or it has another signature.</exception>
    public Function GetFunction(string name)
    {
        var external = GetExport(name, ExternHandle.FunctionKind);
        return new Function(_store, external.Function, name);
    }

    /// <summary>The exported function of that name, whose parameters and results are numbers of any type.</summary>
    /// <exception cref="WasmtimeException">There is none, or it takes or returns vectors or references.</exception>
    public ValueFunction GetValueFunction(string name)
    {
        var external = GetExport(name, ExternHandle.FunctionKind);
        return new ValueFunction(_store, external.Function, name);
    }

    private ExternHandle GetExport(string name, byte kind)
    {
        var api = _store.Library.Api;
        var handle = _handle;
        ExternHandle external;
        var utf8 = Encoding.UTF8.GetBytes(name);
        fixed (byte* bytes = utf8)
        {
            if (
                api.InstanceExportGet(_store.Context, &handle, bytes, (nuint)utf8.Length, &external)
                == 0
            )
            {
                throw new WasmtimeException($"the guest exports no {name}");
            }
        }

        if (external.Kind != kind)
        {
            throw new WasmtimeException($"the guest's export {name} is of another kind");
        }

        // Functions and memories are plain handles: wasmtime_extern_delete has nothing to free for them.
        return external;
    }

    private static InstanceHandle Create(
        Store store,
        Module module,
        ExternHandle* imports,
        nuint count
    )
    {
        InstanceHandle handle;
        void* trap = null;
        var error = store.Library.Api.InstanceNew(
            store.Context,
            module.Live,
            imports,
            count,
            &handle,
            &trap
        );
        store.Library.ThrowIfFailed(error, trap);
        return handle;
    }
}
