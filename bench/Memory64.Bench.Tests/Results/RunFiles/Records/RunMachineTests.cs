using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles.Records;

public sealed class RunMachineTests
{
    // As a hypervisor names both: a Zen 3 in a file of before, and a Zen 5.
    private static readonly RunMachine Zen3OfBefore = TestRuns.Run().Machine with
    {
        Id = "amd-epyc-2c-24g",
        Cpu = "AMD EPYC",
        L1dBytes = 32 << 10,
        LastLevelCacheBytes = 32 << 20,
    };

    private static readonly RunMachine Zen5 = Zen3OfBefore with
    {
        Processor = new()
        {
            Vendor = "AuthenticAMD",
            Family = 26,
            Model = 2,
            Stepping = 1,
        },
        L1dBytes = 48 << 10,
        LastLevelCacheBytes = 508 << 20,
    };

    [Fact]
    public void Caches_tell_processors_of_one_name_apart()
    {
        Assert.Equal(
            "first-level data cache of 32.0 KiB, not 48.0 KiB",
            Zen3OfBefore.ProcessorDifference(Zen5)
        );
        Assert.Equal(
            "last-level cache of 32.0 MiB, not 508 MiB",
            (Zen3OfBefore with { L1dBytes = 0 }).ProcessorDifference(Zen5)
        );
        Assert.False(Zen3OfBefore.IsSame(Zen5));
    }

    [Fact]
    public void What_a_processor_says_it_is_goes_before_its_name()
    {
        Assert.True(Zen5.IsSame(Zen5 with { Cpu = "AMD EPYC 9B45" }));
        Assert.Equal(
            "AuthenticAMD family 26 model 2 stepping 1, not AuthenticAMD family 26 model 2 stepping 0",
            Zen5.ProcessorDifference(
                Zen5 with
                {
                    Processor = Zen5.Processor! with { Stepping = 0 },
                }
            )
        );
    }

    [Fact]
    public void What_one_of_two_does_not_tell_is_no_difference() =>
        Assert.True(
            Zen5.IsSame(Zen5 with { Processor = null, L1dBytes = 0, LastLevelCacheBytes = 0 })
        );

    [Fact]
    public void Machines_of_another_name_are_others() =>
        Assert.False(Zen5.IsSame(Zen5 with { Id = "amd-epyc-zen5-4c-24g" }));
}
