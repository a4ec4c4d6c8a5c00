using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.Chains;

/// <summary>The guest of the latency kernels.</summary>
public static class LatencyGuest
{
    internal const string Source = "latency";

    /// <summary>The guest of a kind that has one.</summary>
    public static Guest Of(MemoryKind kind) => KernelMemory.GuestOf(kind, Source);
}
