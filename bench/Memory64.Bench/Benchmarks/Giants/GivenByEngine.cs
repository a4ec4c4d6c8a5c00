using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Requirements;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Giants;

/// <summary>
/// That an engine gives a guest so large a memory, found out by asking for one: an engine that has its whole size charged is refused by a
/// system that counts what is obviously too much, others aren't.
/// </summary>
/// <param name="Guest">The guest.</param>
/// <param name="Size">The size.</param>
internal sealed record GivenByEngine(Guest Guest, ByteSize Size) : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here)
    {
        if (here.Engine is not (_, { } library))
        {
            return null;
        }

        try
        {
            using var compiled = new CompiledGuest(Guest, EngineConfiguration.Default, library);
            using var instance = compiled.Instantiate();
            var missing = Size.Pages - instance.Memory.Pages;
            return missing > 0 && instance.Probe.Grow.Call(missing) == GuestProbe.None
                ? $"the engine can't grow a memory to {Size} here"
                : null;
        }
        catch (WasmtimeException exception)
        {
            return $"the engine can't create a memory of {Size} here: {OneLine.Of(exception.Message)}";
        }
    }
}
