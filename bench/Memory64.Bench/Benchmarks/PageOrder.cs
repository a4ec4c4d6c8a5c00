using Memory64.Bench.Benchmarks.Access;
using Memory64.Bench.Benchmarks.Allocation;
using Memory64.Bench.Benchmarks.Apis;
using Memory64.Bench.Benchmarks.Blocks;
using Memory64.Bench.Benchmarks.Bridge;
using Memory64.Bench.Benchmarks.Chains;
using Memory64.Bench.Benchmarks.Collection;
using Memory64.Bench.Benchmarks.Compiling;
using Memory64.Bench.Benchmarks.Concurrency;
using Memory64.Bench.Benchmarks.Giants;
using Memory64.Bench.Benchmarks.Host;
using Memory64.Bench.Benchmarks.Instantiation;
using Memory64.Bench.Benchmarks.Modules;
using Memory64.Bench.Benchmarks.Residence;
using Memory64.Bench.Benchmarks.Settings;
using Memory64.Bench.Benchmarks.Streams;
using Memory64.Bench.Benchmarks.Weights;
using Memory64.Bench.Benchmarks.WholePrograms;
using Memory64.Bench.Harness.Cases;

namespace Memory64.Bench.Benchmarks;

/// <summary>What the suite is for comes first, what explains it after that.</summary>
internal sealed class PageOrder : IPageOrder
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Benchmarks =>
        [
            nameof(Programs),
            nameof(MemoryInstantiation),
            nameof(LargeMemory),
            nameof(ParallelInstantiation),
            nameof(GuestAllocation),
            nameof(MemoryResidence),
            nameof(BoundaryAccess),
            nameof(Bandwidth),
            nameof(BulkMemory),
            nameof(Latency),
            nameof(EngineSettingsAccess),
            nameof(EngineSettingsInstantiation),
            nameof(EngineSettingsAllocation),
            nameof(HostAccess),
            nameof(HostBridge),
            nameof(HostApi),
            nameof(Compilation),
            nameof(ModelWeights),
            nameof(CollectedMemory),
            nameof(YourModule),
        ];
}
