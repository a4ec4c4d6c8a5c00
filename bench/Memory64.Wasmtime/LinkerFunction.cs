using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>What the engine keeps of a function that a linker defines: the body and its types, alive until it is released.</summary>
internal sealed unsafe class LinkerFunction
{
    private readonly WasmtimeLibrary _library;
    private readonly ValueKind[] _parameters;
    private readonly ValueKind[] _results;
    private readonly HostBody _body;

    private LinkerFunction(WasmtimeLibrary library, FunctionType type, HostBody body)
    {
        _library = library;
        _parameters = [.. type.Parameters];
        _results = [.. type.Results];
        _body = body;
    }

    /// <summary>What the engine calls: a <c>wasmtime_func_unchecked_callback_t</c>.</summary>
    public static delegate* unmanaged[Cdecl]<void*, void*, RawValue*, nuint, void*> Entry => &Call;

    /// <summary>What the engine calls when nothing can call the function any more.</summary>
    public static delegate* unmanaged[Cdecl]<void*, void> Release => &Free;

    /// <summary>The function as the data that the engine hands to <see cref="Entry"/> and <see cref="Release"/>.</summary>
    public static void* Create(WasmtimeLibrary library, FunctionType type, HostBody body) =>
        (void*)GCHandle.ToIntPtr(GCHandle.Alloc(new LinkerFunction(library, type, body)));

    // No exception may cross the engine's frames: it becomes the trap that Wasmtime takes as this call's outcome.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    [SuppressMessage("Design", "CA1031", Justification = "whatever the body throws is a trap")]
    private static void* Call(void* self, void* caller, RawValue* values, nuint count)
    {
        var function = (LinkerFunction)GCHandle.FromIntPtr((nint)self).Target!;
        try
        {
            function.Run(caller, values);
            return null;
        }
        catch (Exception exception)
        {
            return function._library.CreateTrap(exception.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(void* self) => GCHandle.FromIntPtr((nint)self).Free();

    // The engine reads the results from where the arguments were.
    private void Run(void* caller, RawValue* values)
    {
        Span<Value> arguments = stackalloc Value[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = new Value(_parameters[i], values[i].Int64);
        }

        Span<Value> results = stackalloc Value[_results.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = new Value(_results[i], 0);
        }

        _body(new Caller(_library, caller), arguments, results);
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Kind != _results[i])
            {
                throw new InvalidOperationException(
                    $"a host function returned an {results[i].Kind.Name()} as result {i + 1}, not an {_results[i].Name()}"
                );
            }

            values[i] = new RawValue { Int64 = results[i].Bits };
        }
    }
}
