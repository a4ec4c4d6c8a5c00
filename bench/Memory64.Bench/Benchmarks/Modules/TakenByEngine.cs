using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Requirements;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>That an engine knows all that a user's module is made of; it isn't compiled for that.</summary>
/// <param name="Guest">The module.</param>
internal sealed record TakenByEngine(Guest Guest) : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here)
    {
        if (here.Engine is not (_, { } library))
        {
            return null;
        }

        using var engine = EngineConfiguration.Default.CreateEngine(library);
        return Module.ProblemOf(engine, Guest.Wasm.Span) is { } problem
            ? $"the engine refuses the module: {OneLine.Of(problem)}"
            : null;
    }
}
