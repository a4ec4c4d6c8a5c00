namespace Memory64.Wasmtime;

/// <summary>What a host function does. What it throws ends the guest as a trap with that message.</summary>
/// <param name="caller">The instance that called.</param>
/// <param name="arguments">One for each parameter of the function's type.</param>
/// <param name="results">One for each result: zeros of the right types, to be overwritten by values of the same types.</param>
public delegate void HostBody(Caller caller, ReadOnlySpan<Value> arguments, Span<Value> results);
