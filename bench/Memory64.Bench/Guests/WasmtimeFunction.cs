using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>A function of an instance that Wasmtime runs in this process.</summary>
internal sealed class WasmtimeFunction(Function function) : IGuestFunction
{
    /// <inheritdoc/>
    public string Name => function.Name;

    /// <inheritdoc/>
    public ulong Call() => function.Call();

    /// <inheritdoc/>
    public ulong Call(ulong argument) => function.Call(argument);

    /// <inheritdoc/>
    public ulong Call(ulong first, ulong second) => function.Call(first, second);

    /// <inheritdoc/>
    public ulong Call(ulong first, ulong second, ulong third) =>
        function.Call(first, second, third);
}
