namespace Memory64.Bench.Guests;

/// <summary>An exported function over 64-bit integers. What a call can throw is a <see cref="Wasmtime.TrapException"/>, whoever runs it.</summary>
public interface IGuestFunction
{
    /// <summary>The name under which the guest exports it.</summary>
    string Name { get; }

    /// <summary>Calls it; the result of a function that returns nothing is unspecified.</summary>
    /// <exception cref="Wasmtime.TrapException">The guest trapped.</exception>
    ulong Call();

    /// <inheritdoc cref="Call()"/>
    ulong Call(ulong argument);

    /// <inheritdoc cref="Call()"/>
    ulong Call(ulong first, ulong second);

    /// <inheritdoc cref="Call()"/>
    ulong Call(ulong first, ulong second, ulong third);
}
