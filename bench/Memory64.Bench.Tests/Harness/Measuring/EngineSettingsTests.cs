using Memory64.Bench.Guests;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Measuring;

public sealed class EngineSettingsTests
{
    [Fact]
    public void Say_nothing_where_nothing_is_set() =>
        Assert.Empty(EngineSettings.Default.Describe());

    [Fact]
    public void Say_what_a_pool_is_made_of() =>
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["allocator"] = "pooling",
                ["maxMemorySize"] = "16GiB",
                ["memoryReservation"] = "16GiB",
                ["slots"] = "8",
            },
            new EngineSettings { Allocator = Allocator.Pooling }.Describe()
        );

    [Fact]
    public void Say_how_much_is_reserved() =>
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["memoryReservation"] = "16GiB",
                ["memoryReservationForGrowth"] = "0KiB",
            },
            new EngineSettings
            {
                MemoryReservation = ByteSize.GiB(16),
                MemoryReservationForGrowth = new ByteSize(0),
            }.Describe()
        );

    [Fact]
    public void Can_be_had_from_an_engine_that_has_them_all() =>
        Assert.Null(
            new EngineSettings { Allocator = Allocator.Pooling }.ReasonToSkip(
                Memory64.Wasmtime.WasmtimeLibrary.Load(RealEngines.Default.Build.LibraryPath)
            )
        );
}
