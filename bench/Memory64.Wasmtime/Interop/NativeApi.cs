using System.Runtime.InteropServices;

namespace Memory64.Wasmtime.Interop;

/// <summary>
/// The functions of one loaded libwasmtime, as blittable pointers resolved once. Opaque C objects are <c>void*</c>;
/// every <c>*_new</c> here has its <c>*_delete</c>. Signatures: Wasmtime's <c>crates/c-api/include</c>, versions 24 to 50.
/// </summary>
internal sealed unsafe class NativeApi
{
    private readonly nint _library;
    private readonly string _path;

    public NativeApi(nint library, string path)
    {
        _library = library;
        _path = path;

        ConfigNew = (delegate* unmanaged[Cdecl]<void*>)Required("wasm_config_new");
        ConfigDelete = (delegate* unmanaged[Cdecl]<void*, void>)Required("wasm_config_delete");
        EngineNewWithConfig = (delegate* unmanaged[Cdecl]<void*, void*>)Required(
            "wasm_engine_new_with_config"
        );
        EngineDelete = (delegate* unmanaged[Cdecl]<void*, void>)Required("wasm_engine_delete");

        ModuleNew = (delegate* unmanaged[Cdecl]<void*, byte*, nuint, void**, void*>)Required(
            "wasmtime_module_new"
        );
        ModuleValidate = (delegate* unmanaged[Cdecl]<void*, byte*, nuint, void*>)Required(
            "wasmtime_module_validate"
        );
        ModuleSerialize = (delegate* unmanaged[Cdecl]<void*, Vector*, void*>)Required(
            "wasmtime_module_serialize"
        );
        ModuleDeserialize = (delegate* unmanaged[Cdecl]<
            void*,
            byte*,
            nuint,
            void**,
            void*>)Required("wasmtime_module_deserialize");
        ModuleDelete = (delegate* unmanaged[Cdecl]<void*, void>)Required("wasmtime_module_delete");

        StoreNew = (delegate* unmanaged[Cdecl]<void*, void*, void*, void*>)Required(
            "wasmtime_store_new"
        );
        StoreContext = (delegate* unmanaged[Cdecl]<void*, void*>)Required("wasmtime_store_context");
        StoreDelete = (delegate* unmanaged[Cdecl]<void*, void>)Required("wasmtime_store_delete");

        InstanceNew = (delegate* unmanaged[Cdecl]<
            void*,
            void*,
            ExternHandle*,
            nuint,
            InstanceHandle*,
            void**,
            void*>)Required("wasmtime_instance_new");
        InstanceExportGet = (delegate* unmanaged[Cdecl]<
            void*,
            InstanceHandle*,
            byte*,
            nuint,
            ExternHandle*,
            byte>)Required("wasmtime_instance_export_get");

        FunctionCallUnchecked = (delegate* unmanaged[Cdecl]<
            void*,
            FunctionHandle*,
            RawValue*,
            nuint,
            void**,
            void*>)Required("wasmtime_func_call_unchecked");
        FunctionNewUnchecked = (delegate* unmanaged[Cdecl]<
            void*,
            void*,
            delegate* unmanaged[Cdecl]<void*, void*, RawValue*, nuint, void*>,
            void*,
            delegate* unmanaged[Cdecl]<void*, void>,
            FunctionHandle*,
            void>)Required("wasmtime_func_new_unchecked");
        FunctionType = (delegate* unmanaged[Cdecl]<void*, FunctionHandle*, void*>)Required(
            "wasmtime_func_type"
        );
        FunctionTypeNew = (delegate* unmanaged[Cdecl]<Vector*, Vector*, void*>)Required(
            "wasm_functype_new"
        );
        FunctionTypeParameters = (delegate* unmanaged[Cdecl]<void*, Vector*>)Required(
            "wasm_functype_params"
        );
        FunctionTypeResults = (delegate* unmanaged[Cdecl]<void*, Vector*>)Required(
            "wasm_functype_results"
        );
        FunctionTypeDelete = (delegate* unmanaged[Cdecl]<void*, void>)Required(
            "wasm_functype_delete"
        );
        ValueTypeKind = (delegate* unmanaged[Cdecl]<void*, byte>)Required("wasm_valtype_kind");
        ValueTypeNew = (delegate* unmanaged[Cdecl]<byte, void*>)Required("wasm_valtype_new");
        TaggedTypeNew = (delegate* unmanaged[Cdecl]<void*, void*, void>)Optional(
            "wasmtime_valtype_new"
        );
        TaggedTypeDelete = (delegate* unmanaged[Cdecl]<void*, void>)Optional(
            "wasmtime_valtype_delete"
        );
        ValueTypeVectorNew = (delegate* unmanaged[Cdecl]<Vector*, nuint, void>)Required(
            "wasm_valtype_vec_new_uninitialized"
        );

        MemoryTypeNew = Required("wasmtime_memorytype_new");
        MemoryTypeDelete = (delegate* unmanaged[Cdecl]<void*, void>)Required(
            "wasm_memorytype_delete"
        );
        MemoryNew = (delegate* unmanaged[Cdecl]<void*, void*, MemoryHandle*, void*>)Required(
            "wasmtime_memory_new"
        );
        MemoryData = (delegate* unmanaged[Cdecl, SuppressGCTransition]<
            void*,
            MemoryHandle*,
            byte*>)Required("wasmtime_memory_data");
        MemoryDataSize = (delegate* unmanaged[Cdecl, SuppressGCTransition]<
            void*,
            MemoryHandle*,
            nuint>)Required("wasmtime_memory_data_size");
        MemoryGrow = (delegate* unmanaged[Cdecl]<
            void*,
            MemoryHandle*,
            ulong,
            ulong*,
            void*>)Required("wasmtime_memory_grow");

        ErrorMessage = (delegate* unmanaged[Cdecl]<void*, Vector*, void>)Required(
            "wasmtime_error_message"
        );
        ErrorExitStatus = (delegate* unmanaged[Cdecl]<void*, int*, byte>)Required(
            "wasmtime_error_exit_status"
        );
        ErrorDelete = (delegate* unmanaged[Cdecl]<void*, void>)Required("wasmtime_error_delete");
        TrapNew = (delegate* unmanaged[Cdecl]<byte*, nuint, void*>)Required("wasmtime_trap_new");
        TrapMessage = (delegate* unmanaged[Cdecl]<void*, Vector*, void>)Required(
            "wasm_trap_message"
        );
        TrapCode = (delegate* unmanaged[Cdecl]<void*, byte*, byte>)Required("wasmtime_trap_code");
        TrapDelete = (delegate* unmanaged[Cdecl]<void*, void>)Required("wasm_trap_delete");
        ByteVectorDelete = (delegate* unmanaged[Cdecl]<Vector*, void>)Required(
            "wasm_byte_vec_delete"
        );
    }

    public delegate* unmanaged[Cdecl]<void*> ConfigNew { get; }
    public delegate* unmanaged[Cdecl]<void*, void> ConfigDelete { get; }
    public delegate* unmanaged[Cdecl]<void*, void*> EngineNewWithConfig { get; }
    public delegate* unmanaged[Cdecl]<void*, void> EngineDelete { get; }
    public delegate* unmanaged[Cdecl]<void*, byte*, nuint, void**, void*> ModuleNew { get; }
    public delegate* unmanaged[Cdecl]<void*, byte*, nuint, void*> ModuleValidate { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*, void*> ModuleSerialize { get; }
    public delegate* unmanaged[Cdecl]<void*, byte*, nuint, void**, void*> ModuleDeserialize { get; }
    public delegate* unmanaged[Cdecl]<void*, void> ModuleDelete { get; }
    public delegate* unmanaged[Cdecl]<void*, void*, void*, void*> StoreNew { get; }
    public delegate* unmanaged[Cdecl]<void*, void*> StoreContext { get; }
    public delegate* unmanaged[Cdecl]<void*, void> StoreDelete { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        void*,
        ExternHandle*,
        nuint,
        InstanceHandle*,
        void**,
        void*> InstanceNew { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        InstanceHandle*,
        byte*,
        nuint,
        ExternHandle*,
        byte> InstanceExportGet { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        FunctionHandle*,
        RawValue*,
        nuint,
        void**,
        void*> FunctionCallUnchecked { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        void*,
        delegate* unmanaged[Cdecl]<void*, void*, RawValue*, nuint, void*>,
        void*,
        delegate* unmanaged[Cdecl]<void*, void>,
        FunctionHandle*,
        void> FunctionNewUnchecked { get; }
    public delegate* unmanaged[Cdecl]<void*, FunctionHandle*, void*> FunctionType { get; }
    public delegate* unmanaged[Cdecl]<Vector*, Vector*, void*> FunctionTypeNew { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*> FunctionTypeParameters { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*> FunctionTypeResults { get; }
    public delegate* unmanaged[Cdecl]<void*, void> FunctionTypeDelete { get; }
    public delegate* unmanaged[Cdecl]<void*, byte> ValueTypeKind { get; }
    public delegate* unmanaged[Cdecl]<byte, void*> ValueTypeNew { get; }

    /// <summary>Writes a <c>wasmtime_valtype_t</c> of a <c>wasm_valtype_t</c>; null before 45, see <see cref="TypeReader"/>.</summary>
    public delegate* unmanaged[Cdecl]<void*, void*, void> TaggedTypeNew { get; }

    /// <summary>Frees what <see cref="TaggedTypeNew"/> wrote; null where that is.</summary>
    public delegate* unmanaged[Cdecl]<void*, void> TaggedTypeDelete { get; }
    public delegate* unmanaged[Cdecl]<Vector*, nuint, void> ValueTypeVectorNew { get; }

    /// <summary>Untyped: its signature changed twice, see <see cref="MemoryTypeFactory"/>.</summary>
    public nint MemoryTypeNew { get; }
    public delegate* unmanaged[Cdecl]<void*, void> MemoryTypeDelete { get; }
    public delegate* unmanaged[Cdecl]<void*, void*, MemoryHandle*, void*> MemoryNew { get; }
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<
        void*,
        MemoryHandle*,
        byte*> MemoryData { get; }
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<
        void*,
        MemoryHandle*,
        nuint> MemoryDataSize { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        MemoryHandle*,
        ulong,
        ulong*,
        void*> MemoryGrow { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*, void> ErrorMessage { get; }
    public delegate* unmanaged[Cdecl]<void*, int*, byte> ErrorExitStatus { get; }
    public delegate* unmanaged[Cdecl]<void*, void> ErrorDelete { get; }
    public delegate* unmanaged[Cdecl]<byte*, nuint, void*> TrapNew { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*, void> TrapMessage { get; }
    public delegate* unmanaged[Cdecl]<void*, byte*, byte> TrapCode { get; }
    public delegate* unmanaged[Cdecl]<void*, void> TrapDelete { get; }
    public delegate* unmanaged[Cdecl]<Vector*, void> ByteVectorDelete { get; }

    /// <summary>Whether the library exports <paramref name="symbol"/>.</summary>
    public bool Has(string symbol) => NativeLibrary.TryGetExport(_library, symbol, out _);

    /// <summary>The address of <paramref name="symbol"/>, or null.</summary>
    public nint Optional(string symbol) =>
        NativeLibrary.TryGetExport(_library, symbol, out var address) ? address : 0;

    /// <summary>The address of <paramref name="symbol"/>.</summary>
    /// <exception cref="EntryPointNotFoundException">The library doesn't export it.</exception>
    public nint Required(string symbol) =>
        NativeLibrary.TryGetExport(_library, symbol, out var address)
            ? address
            : throw new EntryPointNotFoundException(
                $"{_path} exports no {symbol}: it is not Wasmtime 24 or later"
            );
}
