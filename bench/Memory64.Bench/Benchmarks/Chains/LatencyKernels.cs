using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines.Memories;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>The kernels of <c>guest/src/latency.c</c>, run by a guest or by C# on native memory.</summary>
public sealed record LatencyKernels
{
    /// <summary>Goes from slot to slot: address, steps, a multiple of eight; returns the address of the last slot.</summary>
    public required Func<ulong, ulong, ulong> Chase { get; init; }

    /// <summary>
    /// Updates random words of a table, whose generator's state lies before it: address, bytes, a power of two, count; returns
    /// the state.
    /// </summary>
    public required Func<ulong, ulong, ulong, ulong> Update { get; init; }

    /// <summary>The loop of <see cref="Chase"/>; a step is its operation.</summary>
    public static unsafe TimedLoop ChaseLoop { get; } = new("chase", 8, NativeLatency.Chase);

    /// <summary>The loop of <see cref="Update"/>; an update is its operation.</summary>
    public static unsafe TimedLoop UpdateLoop { get; } = new("update", 1, NativeLatency.Update);

    /// <summary>Those of a memory of the guest <c>latency</c>, or the same loops in C#.</summary>
    public static LatencyKernels Of(KernelMemory memory) =>
        memory.Bind(
            guest =>
                new()
                {
                    Chase = guest.Function(ChaseLoop.Function).Call,
                    Update = guest.Function(UpdateLoop.Function).Call,
                },
            Of
        );

    private static unsafe LatencyKernels Of(SystemMemory memory) =>
        new()
        {
            Chase = (a, steps) => NativeLatency.Chase(memory.Data, a, steps),
            Update = (table, bytes, count) =>
                NativeLatency.Update(memory.Data + table, bytes, count),
        };
}
