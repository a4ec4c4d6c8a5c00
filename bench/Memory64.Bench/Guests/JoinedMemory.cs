using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>
/// One memory of a guest that was joined from several (<c>guest/guests.json</c>): all exports that concern it have its number behind
/// their names. It lives and dies with its instance.
/// </summary>
internal sealed class JoinedMemory : IGuestMemory
{
    private readonly Instance _instance;
    private readonly string _suffix;

    /// <summary>Finds a memory of a guest.</summary>
    /// <param name="instance">The guest.</param>
    /// <param name="number">From 1 on; the memory without a number is the instance's own.</param>
    /// <exception cref="WasmtimeException">It has no such memory.</exception>
    public JoinedMemory(Instance instance, int number)
    {
        _instance = instance;
        _suffix = $"_{number}";
        Memory = new WasmtimeMemory(instance.GetMemory("memory" + _suffix));
        Probe = new GuestProbe(Function);
    }

    /// <inheritdoc/>
    public ILinearMemory Memory { get; }

    /// <inheritdoc/>
    public GuestProbe Probe { get; }

    /// <inheritdoc/>
    public IGuestFunction Function(string name) =>
        new WasmtimeFunction(_instance.GetFunction(name + _suffix));
}
