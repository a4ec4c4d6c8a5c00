using System.Runtime.CompilerServices;
using Memory64.Wasmtime.Interop;

namespace Memory64.Wasmtime;

/// <summary>
/// An exported function (<c>wasmtime_func_t</c>) over numbers of any type. A call that is given room for the results allocates
/// nothing.
/// </summary>
/// <remarks>
/// It is called by the unchecked form, after a check of its own: <c>wasmtime_val_t</c>, which the checked form takes, has 24 bytes
/// up to 36 and 32 from 37 on; <c>wasmtime_val_raw_t</c> has 16 in every version.
/// </remarks>
public sealed unsafe class ValueFunction
{
    private readonly Store _store;
    private readonly ValueKind[] _parameters;
    private readonly ValueKind[] _results;
    private FunctionHandle _handle;

    internal ValueFunction(Store store, FunctionHandle handle, string name)
    {
        _store = store;
        _handle = handle;
        Name = name;
        Type = TypeReader.Function(store, handle);
        if (!Type.IsOfNumbers)
        {
            throw new WasmtimeException(
                $"the guest's {name} {Type} has a parameter or result that is no number"
            );
        }

        _parameters = [.. Type.Parameters];
        _results = [.. Type.Results];
    }

    /// <summary>The name under which the guest exports it.</summary>
    public string Name { get; }

    /// <summary>What it takes and returns.</summary>
    public FunctionType Type { get; }

    /// <summary>Calls it and returns its results.</summary>
    /// <inheritdoc cref="Call(ReadOnlySpan{Value}, Span{Value})"/>
    public Value[] Call(params ReadOnlySpan<Value> arguments)
    {
        var results = new Value[_results.Length];
        Call(arguments, results);
        return results;
    }

    /// <summary>Calls it.</summary>
    /// <param name="arguments">One for each parameter, of its type.</param>
    /// <param name="results">Where its results go, as many as it has.</param>
    /// <exception cref="ArgumentException">They are too many, too few or of other types.</exception>
    /// <exception cref="TrapException">The guest trapped.</exception>
    /// <exception cref="ExitException">The guest ended itself by WASI's <c>proc_exit</c>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Call(ReadOnlySpan<Value> arguments, Span<Value> results)
    {
        RequireFit(arguments, results);

        // WebAssembly lets a function have at most 1,000 of either.
        var count = Math.Max(1, Math.Max(_parameters.Length, _results.Length));
        var values = stackalloc RawValue[count];
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = new RawValue { Int64 = arguments[i].Bits };
        }

        VectorState.ClearUpperHalves();
        var library = _store.Library;
        void* trap = null;
        void* error;
        fixed (FunctionHandle* handle = &_handle)
        {
            error = library.Api.FunctionCallUnchecked(
                _store.Context,
                handle,
                values,
                (nuint)count,
                &trap
            );
        }

        library.ThrowIfFailed(error, trap);
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = new Value(_results[i], values[i].Int64);
        }
    }

    private void RequireFit(ReadOnlySpan<Value> arguments, Span<Value> results)
    {
        if (arguments.Length != _parameters.Length)
        {
            throw new ArgumentException(
                $"{Name} takes {_parameters.Length} arguments, not {arguments.Length}",
                nameof(arguments)
            );
        }

        if (results.Length != _results.Length)
        {
            throw new ArgumentException(
                $"{Name} returns {_results.Length} results, not {results.Length}",
                nameof(results)
            );
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Kind != _parameters[i])
            {
                throw new ArgumentException(
                    $"{Name} takes an {_parameters[i].Name()} as argument {i + 1}, not an {arguments[i].Kind.Name()}",
                    nameof(arguments)
                );
            }
        }
    }
}
