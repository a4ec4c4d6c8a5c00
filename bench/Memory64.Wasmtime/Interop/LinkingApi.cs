namespace Memory64.Wasmtime.Interop;

/// <summary>
/// The functions of one loaded libwasmtime that link modules by names: linkers, callers, and the types of imports and exports.
/// Signatures: Wasmtime's <c>crates/c-api/include</c>, the same from 24 to 50.
/// </summary>
internal sealed unsafe class LinkingApi
{
    public LinkingApi(NativeApi api)
    {
        LinkerNew = (delegate* unmanaged[Cdecl]<void*, void*>)api.Required("wasmtime_linker_new");
        LinkerDelete = (delegate* unmanaged[Cdecl]<void*, void>)
            api.Required("wasmtime_linker_delete");
        LinkerAllowShadowing = (delegate* unmanaged[Cdecl]<void*, byte, void>)
            api.Required("wasmtime_linker_allow_shadowing");
        LinkerDefine = (delegate* unmanaged[Cdecl]<
            void*,
            void*,
            byte*,
            nuint,
            byte*,
            nuint,
            ExternHandle*,
            void*>)
            api.Required("wasmtime_linker_define");
        LinkerDefineFunctionUnchecked = (delegate* unmanaged[Cdecl]<
            void*,
            byte*,
            nuint,
            byte*,
            nuint,
            void*,
            delegate* unmanaged[Cdecl]<void*, void*, RawValue*, nuint, void*>,
            void*,
            delegate* unmanaged[Cdecl]<void*, void>,
            void*>)
            api.Required("wasmtime_linker_define_func_unchecked");
        LinkerGet = (delegate* unmanaged[Cdecl]<
            void*,
            void*,
            byte*,
            nuint,
            byte*,
            nuint,
            ExternHandle*,
            byte>)
            api.Required("wasmtime_linker_get");
        LinkerInstantiate = (delegate* unmanaged[Cdecl]<
            void*,
            void*,
            void*,
            InstanceHandle*,
            void**,
            void*>)
            api.Required("wasmtime_linker_instantiate");
        CallerContext = (delegate* unmanaged[Cdecl]<void*, void*>)
            api.Required("wasmtime_caller_context");
        CallerExportGet = (delegate* unmanaged[Cdecl]<void*, byte*, nuint, ExternHandle*, byte>)
            api.Required("wasmtime_caller_export_get");
        ExternDelete = (delegate* unmanaged[Cdecl]<ExternHandle*, void>)
            api.Required("wasmtime_extern_delete");
        ModuleImports = (delegate* unmanaged[Cdecl]<void*, Vector*, void>)
            api.Required("wasmtime_module_imports");
        ModuleExports = (delegate* unmanaged[Cdecl]<void*, Vector*, void>)
            api.Required("wasmtime_module_exports");
        ImportTypeModule = (delegate* unmanaged[Cdecl]<void*, Vector*>)
            api.Required("wasm_importtype_module");
        ImportTypeName = (delegate* unmanaged[Cdecl]<void*, Vector*>)
            api.Required("wasm_importtype_name");
        ImportTypeType = (delegate* unmanaged[Cdecl]<void*, void*>)
            api.Required("wasm_importtype_type");
        ImportTypeVectorDelete = (delegate* unmanaged[Cdecl]<Vector*, void>)
            api.Required("wasm_importtype_vec_delete");
        ExportTypeName = (delegate* unmanaged[Cdecl]<void*, Vector*>)
            api.Required("wasm_exporttype_name");
        ExportTypeType = (delegate* unmanaged[Cdecl]<void*, void*>)
            api.Required("wasm_exporttype_type");
        ExportTypeVectorDelete = (delegate* unmanaged[Cdecl]<Vector*, void>)
            api.Required("wasm_exporttype_vec_delete");
        ExternTypeKind = (delegate* unmanaged[Cdecl]<void*, byte>)
            api.Required("wasm_externtype_kind");
        ExternTypeAsFunction = (delegate* unmanaged[Cdecl]<void*, void*>)
            api.Required("wasm_externtype_as_functype_const");
        ExternTypeAsMemory = (delegate* unmanaged[Cdecl]<void*, void*>)
            api.Required("wasm_externtype_as_memorytype_const");
        MemoryTypeMinimum = (delegate* unmanaged[Cdecl]<void*, ulong>)
            api.Required("wasmtime_memorytype_minimum");
        MemoryTypeMaximum = (delegate* unmanaged[Cdecl]<void*, ulong*, byte>)
            api.Required("wasmtime_memorytype_maximum");
        MemoryTypeIs64 = (delegate* unmanaged[Cdecl]<void*, byte>)
            api.Required("wasmtime_memorytype_is64");
    }

    public delegate* unmanaged[Cdecl]<void*, void*> LinkerNew { get; }
    public delegate* unmanaged[Cdecl]<void*, void> LinkerDelete { get; }
    public delegate* unmanaged[Cdecl]<void*, byte, void> LinkerAllowShadowing { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        void*,
        byte*,
        nuint,
        byte*,
        nuint,
        ExternHandle*,
        void*> LinkerDefine { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        byte*,
        nuint,
        byte*,
        nuint,
        void*,
        delegate* unmanaged[Cdecl]<void*, void*, RawValue*, nuint, void*>,
        void*,
        delegate* unmanaged[Cdecl]<void*, void>,
        void*> LinkerDefineFunctionUnchecked { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        void*,
        byte*,
        nuint,
        byte*,
        nuint,
        ExternHandle*,
        byte> LinkerGet { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        void*,
        void*,
        InstanceHandle*,
        void**,
        void*> LinkerInstantiate { get; }
    public delegate* unmanaged[Cdecl]<void*, void*> CallerContext { get; }
    public delegate* unmanaged[Cdecl]<
        void*,
        byte*,
        nuint,
        ExternHandle*,
        byte> CallerExportGet { get; }
    public delegate* unmanaged[Cdecl]<ExternHandle*, void> ExternDelete { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*, void> ModuleImports { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*, void> ModuleExports { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*> ImportTypeModule { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*> ImportTypeName { get; }
    public delegate* unmanaged[Cdecl]<void*, void*> ImportTypeType { get; }
    public delegate* unmanaged[Cdecl]<Vector*, void> ImportTypeVectorDelete { get; }
    public delegate* unmanaged[Cdecl]<void*, Vector*> ExportTypeName { get; }
    public delegate* unmanaged[Cdecl]<void*, void*> ExportTypeType { get; }
    public delegate* unmanaged[Cdecl]<Vector*, void> ExportTypeVectorDelete { get; }
    public delegate* unmanaged[Cdecl]<void*, byte> ExternTypeKind { get; }
    public delegate* unmanaged[Cdecl]<void*, void*> ExternTypeAsFunction { get; }
    public delegate* unmanaged[Cdecl]<void*, void*> ExternTypeAsMemory { get; }
    public delegate* unmanaged[Cdecl]<void*, ulong> MemoryTypeMinimum { get; }
    public delegate* unmanaged[Cdecl]<void*, ulong*, byte> MemoryTypeMaximum { get; }
    public delegate* unmanaged[Cdecl]<void*, byte> MemoryTypeIs64 { get; }
}
