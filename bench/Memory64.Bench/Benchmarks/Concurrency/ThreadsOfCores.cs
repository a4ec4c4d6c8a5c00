using Memory64.Bench.Harness.Requirements;

namespace Memory64.Bench.Benchmarks.Concurrency;

/// <summary>At most twice as many threads as this process has cores: more say how a system schedules.</summary>
/// <param name="Threads">How many work at the same time.</param>
internal sealed record ThreadsOfCores(int Threads) : IRequirement
{
    /// <inheritdoc/>
    public string? Missing(Surroundings here) =>
        Threads <= 2 * Environment.ProcessorCount
            ? null
            : $"{Threads} threads are more than twice the {Environment.ProcessorCount} cores that this process may use";
}
