using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private static readonly FunctionType Type = new(
        [ValueKind.I64, ValueKind.I64, ValueKind.I64],
        [ValueKind.I64]
    );

    private readonly WasmtimeLibrary _library;
    private readonly Func<ulong, ulong, ulong, ulong> _body;

    /// <summary>Creates the function in a store.</summary>
    /// <param name="store">The store of the guest that will import it.</param>
    /// <param name="body">What it does. It may read and write memories of the store, but call no guest.</param>
    public HostFunction(Store store, Func<ulong, ulong, ulong, ulong> body)
    {
        var context = store.Context;
        _library = store.Library;
        _body = body;

        // The engine keeps this object alive until it deletes the store; then it calls Free.
        var self = (void*)GCHandle.ToIntPtr(GCHandle.Alloc(this));
        var api = _library.Api;
        var type = FunctionTypeFactory.Create(api, Type);
        FunctionHandle handle;
        api.FunctionNewUnchecked(context, type, &Call, self, &Free, &handle);
        api.FunctionTypeDelete(type);
        Handle = handle;
    }

    internal FunctionHandle Handle { get; }

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
            return function._library.CreateTrap(exception.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(void* self) => GCHandle.FromIntPtr((nint)self).Free();
}
