using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary><c>wasm_functype_new</c> for functions over numbers.</summary>
internal static unsafe class FunctionTypeFactory
{
    /// <summary>Creates a <c>wasm_functype_t</c>; the caller deletes it.</summary>
    /// <exception cref="ArgumentException">A parameter or result is no number; the C API would end the process.</exception>
    public static void* Create(NativeApi api, FunctionType type)
    {
        if (!type.IsOfNumbers)
        {
            throw new ArgumentException(
                $"a host function {type} has a parameter or result that is no number",
                nameof(type)
            );
        }

        // The type takes over both vectors with what they hold.
        Vector parameters;
        Vector results;
        Fill(api, &parameters, type.Parameters);
        Fill(api, &results, type.Results);
        return api.FunctionTypeNew(&parameters, &results);
    }

    private static void Fill(NativeApi api, Vector* types, IReadOnlyList<ValueKind> kinds)
    {
        api.ValueTypeVectorNew(types, (nuint)kinds.Count);
        for (var i = 0; i < kinds.Count; i++)
        {
            ((void**)types->Data)[i] = api.ValueTypeNew((byte)kinds[i]);
        }
    }
}
