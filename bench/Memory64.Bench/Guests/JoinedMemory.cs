using Memory64.Wasmtime;

namespace Memory64.Bench.Guests;

/// <summary>
/// One memory of a guest that was joined from several (<c>guest/guests.json</c>): all exports that concern it have its number behind
/// their names. It lives and dies with its instance.
/// </summary>
/// <param name="instance">The guest.</param>
/// <param name="number">From 1 on; the memory without a number is the instance's own.</param>
internal sealed class JoinedMemory(Instance instance, int number) : IGuestMemory
{
    private readonly string _suffix = $"_{number}";

    /// <inheritdoc/>
    public Memory Memory { get; } = instance.GetMemory($"memory_{number}");

    /// <inheritdoc/>
    public GuestProbe Probe { get; } = new(instance, $"_{number}");

    /// <inheritdoc/>
    public Function Function(string name) => instance.GetFunction(name + _suffix);
}
