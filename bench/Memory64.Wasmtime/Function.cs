using System.Runtime.CompilerServices;
using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>
/// An exported function (<c>wasmtime_func_t</c>) over <c>i64</c>. Its signature is checked once, here; a call is then one
/// unchecked call of the C API that allocates nothing. The runtime compiles calls fully at once, whatever it is told about other
/// methods.
/// </summary>
public sealed unsafe class Function
{
    private readonly Store _store;
    private readonly delegate* unmanaged[Cdecl]<
        void*,
        FunctionHandle*,
        RawValue*,
        nuint,
        void**,
        void*> _call;
    private readonly int _parameters;
    private FunctionHandle _handle;

    internal Function(Store store, FunctionHandle handle, string name)
    {
        _store = store;
        _call = store.Library.Api.FunctionCallUnchecked;
        _handle = handle;
        Name = name;

        var type = TypeReader.Function(store, handle);
        _parameters = CountInt64(type.Parameters, name);
        var results = CountInt64(type.Results, name);
        if (results > 1)
        {
            throw new WasmtimeException(
                $"the guest's {name} returns {results} values; at most one can be read"
            );
        }
    }

    /// <summary>The name under which the guest exports it.</summary>
    public string Name { get; }

    /// <summary>Calls it; the result of a function that returns nothing is unspecified.</summary>
    /// <exception cref="TrapException">The guest trapped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Call()
    {
        RawValue value = default;
        return Invoke(&value, 0);
    }

    /// <inheritdoc cref="Call()"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Call(ulong argument)
    {
        RawValue value;
        value.Int64 = argument;
        return Invoke(&value, 1);
    }

    /// <inheritdoc cref="Call()"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Call(ulong first, ulong second)
    {
        var values = stackalloc RawValue[2];
        values[0].Int64 = first;
        values[1].Int64 = second;
        return Invoke(values, 2);
    }

    /// <inheritdoc cref="Call()"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Call(ulong first, ulong second, ulong third)
    {
        var values = stackalloc RawValue[3];
        values[0].Int64 = first;
        values[1].Int64 = second;
        values[2].Int64 = third;
        return Invoke(values, 3);
    }

    // The engine reads the arguments from the array and writes the result over the first of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Invoke(RawValue* values, int count)
    {
        if (count != _parameters)
        {
            throw new ArgumentException(
                $"{Name} takes {_parameters} arguments, not {count}",
                nameof(count)
            );
        }

        VectorState.ClearUpperHalves();
        void* trap = null;
        void* error;
        fixed (FunctionHandle* handle = &_handle)
        {
            error = _call(_store.Context, handle, values, (nuint)Math.Max(count, 1), &trap);
        }

        if (error != null || trap != null)
        {
            _store.Library.ThrowIfFailed(error, trap);
        }

        return values[0].Int64;
    }

    private static int CountInt64(IReadOnlyList<ValueKind> kinds, string name) =>
        kinds.All(kind => kind == ValueKind.I64)
            ? kinds.Count
            : throw new WasmtimeException(
                $"the guest's {name} has a parameter or result that is no i64"
            );
}
