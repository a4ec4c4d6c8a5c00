using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>
/// A function of the host that a guest imports (<c>wasmtime_func_new_unchecked</c>), from three <c>i64</c> to one. It lives
/// and dies with its store. A call of it allocates nothing.
/// </summary>
/// <remarks>
/// What the body throws ends the guest as a trap with the same message. Wasmtime's C API reports a trap without a code as an
/// error, so the call of the guest throws a <see cref="WasmtimeException"/> that is no <see cref="TrapException"/>.
/// </remarks>
public sealed unsafe class HostFunction
{
    private const int Parameters = 3;

    private readonly NativeApi _api;
    private readonly Func<ulong, ulong, ulong, ulong> _body;

    /// <summary>Creates the function in a store.</summary>
    /// <param name="store">The store of the guest that will import it.</param>
    /// <param name="body">What it does. It may read and write memories of the store, but call no guest.</param>
    public HostFunction(Store store, Func<ulong, ulong, ulong, ulong> body)
    {
        var context = store.Context;
        _api = store.Library.Api;
        _body = body;

        // The engine keeps this object alive until it deletes the store; then it calls Free.
        var self = (void*)GCHandle.ToIntPtr(GCHandle.Alloc(this));
        var type = CreateType(_api);
        FunctionHandle handle;
        _api.FunctionNewUnchecked(context, type, &Call, self, &Free, &handle);
        _api.FunctionTypeDelete(type);
        Handle = handle;
    }

    internal FunctionHandle Handle { get; }

    // The type takes over both vectors with what they hold.
    private static void* CreateType(NativeApi api)
    {
        Vector parameters;
        Vector results;
        FillInt64(api, &parameters, Parameters);
        FillInt64(api, &results, 1);
        return api.FunctionTypeNew(&parameters, &results);
    }

    private static void FillInt64(NativeApi api, Vector* types, int count)
    {
        api.ValueTypeVectorNew(types, (nuint)count);
        for (var i = 0; i < count; i++)
        {
            ((void**)types->Data)[i] = api.ValueTypeNew(RawValue.Int64Kind);
        }
    }

    // No exception may cross the engine's frames: it becomes the trap that Wasmtime takes as this call's outcome.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    [SuppressMessage("Design", "CA1031", Justification = "whatever the body throws is a trap")]
    private static void* Call(void* self, void* caller, RawValue* values, nuint count)
    {
        var function = (HostFunction)GCHandle.FromIntPtr((nint)self).Target!;
        try
        {
            values->Int64 = function._body(values[0].Int64, values[1].Int64, values[2].Int64);
            return null;
        }
        catch (Exception exception)
        {
            return function.Trap(exception.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(void* self) => GCHandle.FromIntPtr((nint)self).Free();

    private void* Trap(string message)
    {
        var utf8 = Encoding.UTF8.GetBytes(message);
        fixed (byte* bytes = utf8)
        {
            return _api.TrapNew(bytes, (nuint)utf8.Length);
        }
    }
}
