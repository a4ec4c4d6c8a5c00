using Memory64.Bench.Guests;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Guests;

public sealed class EngineConfigurationTests
{
    [Fact]
    public void Says_nothing_where_nothing_is_set() =>
        Assert.Empty(EngineConfiguration.Default.Describe());

    [Fact]
    public void Says_what_a_pool_is_made_of() =>
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["allocator"] = "pooling",
                ["keepResident"] = "1MiB",
                ["maxMemorySize"] = "16GiB",
                ["memoryReservation"] = "16GiB",
                ["slots"] = "8",
            },
            new EngineConfiguration
            {
                Allocator = Allocator.Pooling,
                KeepResident = ByteSize.MiB(1),
            }.Describe()
        );

    [Fact]
    public void Says_everything_that_is_set() =>
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["copyOnWriteInitialization"] = "false",
                ["cranelift.enable_heap_access_spectre_mitigation"] = "false",
                ["hugePages"] = "madvise",
                ["memoryGuardSize"] = "8GiB",
                ["memoryMayMove"] = "true",
                ["memoryReservation"] = "16GiB",
                ["memoryReservationForGrowth"] = "0KiB",
                ["signalsBasedTraps"] = "true",
            },
            new EngineConfiguration
            {
                MemoryReservation = ByteSize.GiB(16),
                MemoryReservationForGrowth = new ByteSize(0),
                MemoryGuardSize = ByteSize.GiB(8),
                MemoryMayMove = true,
                SpectreMitigation = false,
                SignalsBasedTraps = true,
                CopyOnWriteInitialization = false,
                AsksForHugePages = true,
            }.Describe()
        );

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void Is_skipped_where_the_engine_lacks_it(string name)
    {
        AssertSkipped(32, "no pooling allocator", new() { Allocator = Allocator.Pooling });
        AssertSkipped(28, "can't keep a memory in its place", new() { MemoryMayMove = false });
        AssertSkipped(39, "can't do without signals", new() { SignalsBasedTraps = false });
        AssertSkipped(0, "", new() { SpectreMitigation = false, KeepResident = ByteSize.MiB(1) });

        void AssertSkipped(int since, string reason, EngineConfiguration settings)
        {
            var library = EnginesAtHand.Load(name);
            var found = settings.ReasonToSkip(library);
            if (EnginesAtHand.MajorOf(name) >= since)
            {
                Assert.Null(found);
                return;
            }

            Assert.Contains(reason, found, StringComparison.Ordinal);
            Assert.Contains($" from {since} on", found, StringComparison.Ordinal);
            Assert.Throws<UnsupportedFeatureException>(() => settings.CreateEngine(library));
        }
    }
}
