using System.Text;
using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>Types of functions, imports and exports, as the engine tells them.</summary>
internal static unsafe class TypeReader
{
    // wasmtime_valtype_t is a tag and a reference's type: 64 bytes hold it with room to spare.
    private const int TaggedTypeWords = 8;

    /// <summary>The type of a function of a store.</summary>
    public static FunctionType Function(Store store, FunctionHandle handle)
    {
        var api = store.Library.Api;
        var type = api.FunctionType(store.Context, &handle);
        try
        {
            return Function(api, type);
        }
        finally
        {
            api.FunctionTypeDelete(type);
        }
    }

    /// <summary>What a <c>wasmtime_module_t</c> imports, in order.</summary>
    public static IReadOnlyList<ModuleImport> Imports(WasmtimeLibrary library, void* module)
    {
        var linking = library.Linking;
        Vector types;
        linking.ModuleImports(module, &types);
        var imports = new ModuleImport[(int)types.Size];
        for (var i = 0; i < imports.Length; i++)
        {
            var type = ((void**)types.Data)[i];
            imports[i] = new(
                Text(linking.ImportTypeModule(type)),
                Text(linking.ImportTypeName(type)),
                Extern(library, linking.ImportTypeType(type))
            );
        }

        linking.ImportTypeVectorDelete(&types);
        return imports;
    }

    /// <summary>What a <c>wasmtime_module_t</c> exports, in order.</summary>
    public static IReadOnlyList<ModuleExport> Exports(WasmtimeLibrary library, void* module)
    {
        var linking = library.Linking;
        Vector types;
        linking.ModuleExports(module, &types);
        var exports = new ModuleExport[(int)types.Size];
        for (var i = 0; i < exports.Length; i++)
        {
            var type = ((void**)types.Data)[i];
            exports[i] = new(
                Text(linking.ExportTypeName(type)),
                Extern(library, linking.ExportTypeType(type))
            );
        }

        linking.ExportTypeVectorDelete(&types);
        return exports;
    }

    private static ExternType Extern(WasmtimeLibrary library, void* type)
    {
        var linking = library.Linking;
        var kind = (ExternKind)linking.ExternTypeKind(type);
        return new(
            kind,
            kind == ExternKind.Function
                ? Function(library.Api, linking.ExternTypeAsFunction(type))
                : null,
            kind == ExternKind.Memory ? Memory(linking, linking.ExternTypeAsMemory(type)) : null
        );
    }

    private static MemoryType Memory(LinkingApi linking, void* type)
    {
        ulong maximum;
        var hasMaximum = linking.MemoryTypeMaximum(type, &maximum) != 0;
        return new(
            linking.MemoryTypeMinimum(type),
            hasMaximum ? maximum : null,
            linking.MemoryTypeIs64(type) != 0
        );
    }

    private static FunctionType Function(NativeApi api, void* type) =>
        new(
            Kinds(api, api.FunctionTypeParameters(type)),
            Kinds(api, api.FunctionTypeResults(type))
        );

    private static ValueKind[] Kinds(NativeApi api, Vector* types)
    {
        var kinds = new ValueKind[(int)types->Size];
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = Kind(api, ((void**)types->Data)[i]);
        }

        return kinds;
    }

    // From 45 on wasm_valtype_kind ends the process for a vector and for most references; wasmtime_valtype_t, there from 45 on, has a
    // tag for all. Before it wasm_valtype_kind knows every type that an engine takes by default.
    private static ValueKind Kind(NativeApi api, void* type)
    {
        if (api.TaggedTypeNew == null)
        {
            var kind = (ValueKind)api.ValueTypeKind(type);
            return kind <= ValueKind.V128 ? kind : ValueKind.Reference;
        }

        var tagged = stackalloc ulong[TaggedTypeWords];
        api.TaggedTypeNew(type, tagged);
        var tag = *(byte*)tagged;
        api.TaggedTypeDelete(tagged);
        return (ValueKind)tag;
    }

    private static string Text(Vector* name) =>
        Encoding.UTF8.GetString((byte*)name->Data, checked((int)name->Size));
}
