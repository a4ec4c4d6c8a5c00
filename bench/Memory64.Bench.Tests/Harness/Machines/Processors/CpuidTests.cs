using Memory64.Bench.Harness.Machines.Processors;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Processors;

public sealed class CpuidTests
{
    // Read on an Emerald Rapids under KVM.
    private static readonly Dictionary<(uint Leaf, uint Subleaf), CpuidLeaf> EmeraldRapids = new()
    {
        [(0, 0)] = new(0x1C, 0x756E6547, 0x6C65746E, 0x49656E69),
        [(1, 0)] = new(0x000C06F2, 0x01020800, 0xFFFA3203, 0x1F8BFBFF),
        [(4, 0)] = new(0x04000121, 0x02C0003F, 0x3F, 0),
        [(4, 1)] = new(0x04000122, 0x01C0003F, 0x3F, 0),
        [(4, 2)] = new(0x04000143, 0x03C0003F, 0x7FF, 0),
        [(4, 3)] = new(0x04004163, 0x04C0003F, 0x33FFF, 0),
        [(7, 0)] = new(2, 0xF1BF2FFB, 0x1A415F46, 0x20814010),
        [(0x8000_0000, 0)] = new(0x80000021, 0, 0, 0),
        [(0x8000_0001, 0)] = new(0, 0, 0x121, 0x2C100800),
        [(0x8000_0006, 0)] = new(0, 0, 0x08007040, 0),
    };

    // A Zen 5, whose hypervisor hides the leaf of caches: 48 KiB, 1 MiB and 508 MiB of the whole processor.
    private static readonly Dictionary<(uint Leaf, uint Subleaf), CpuidLeaf> Zen5 = new()
    {
        [(0, 0)] = new(0x10, 0x68747541, 0x444D4163, 0x69746E65),
        [(1, 0)] = new(0x00B00F21, 0, 0, 0),
        [(0x8000_0000, 0)] = new(0x80000021, 0, 0, 0),
        [(0x8000_0005, 0)] = new(0, 0, 0x30 << 24 | 0x0C0140, 0),
        [(0x8000_0006, 0)] = new(0, 0, 1024 << 16, 1016u << 18),
    };

    // The same with that leaf: 48 KiB, 32 KiB of instructions, 1 MiB, and the 32 MiB that a core reaches.
    private static readonly Dictionary<(uint Leaf, uint Subleaf), CpuidLeaf> OpenZen5 = new(Zen5)
    {
        [(0x8000_0001, 0)] = new(0, 0, 1 << 22, 0),
        [(0x8000_001D, 0)] = new(0x121, 11u << 22 | 63, 63, 0),
        [(0x8000_001D, 1)] = new(0x122, 7u << 22 | 63, 63, 0),
        [(0x8000_001D, 2)] = new(0x143, 15u << 22 | 63, 1023, 0),
        [(0x8000_001D, 3)] = new(0x163, 15u << 22 | 63, 32767, 0),
    };

    [Fact]
    public void Tells_an_Intel_by_family_model_and_stepping() =>
        Assert.Equal(
            "GenuineIntel family 6 model 207 stepping 2",
            Of(EmeraldRapids).Identity()?.ToString()
        );

    [Fact]
    public void Tells_an_AMD_whose_family_is_an_extended_one() =>
        Assert.Equal("AuthenticAMD family 26 model 2 stepping 1", Of(Zen5).Identity()?.ToString());

    [Fact]
    public void Reads_the_caches_of_an_Intel() => AssertCaches(EmeraldRapids, 48, 260 * 1024);

    [Fact]
    public void Reads_the_caches_that_a_core_of_an_AMD_reaches() =>
        AssertCaches(OpenZen5, 48, 32 * 1024);

    [Fact]
    public void Reads_the_caches_of_the_whole_processor_where_AMD_tells_no_more() =>
        AssertCaches(Zen5, 48, 508 * 1024);

    [Fact]
    public void Knows_no_cache_where_it_is_chance_which_kind_of_core_answers() =>
        AssertCaches(
            new(EmeraldRapids) { [(7, 0)] = new(0, 0, 0, 1 << 15) },
            firstKiB: 0,
            lastKiB: 0
        );

    [Fact]
    public void Knows_no_cache_where_Intels_are_hidden()
    {
        var hidden = new Dictionary<(uint Leaf, uint Subleaf), CpuidLeaf>(EmeraldRapids);
        for (uint i = 0; i < 4; i++)
        {
            _ = hidden.Remove((4, i));
        }

        AssertCaches(hidden, 0, 0);
    }

    [Fact]
    public void Ends_where_every_subleaf_is_answered_alike() =>
        Assert.InRange(
            new Cpuid(
                (leaf, _) => leaf == 4 ? EmeraldRapids[(4, 0)] : Answer(EmeraldRapids, leaf, 0)
            )
                .CachesOfCore()
                .Count,
            1,
            100
        );

    [Fact]
    public void Knows_nothing_where_nothing_is_told()
    {
        var silent = new Cpuid((_, _) => default);
        Assert.Null(silent.Identity());
        Assert.Empty(silent.CachesOfCore());
    }

    [Fact]
    public void Linux_goes_before_the_processor()
    {
        using var system = new FakeSystem(1)
            .Cache("index0", 1, "Data", "32K")
            .Cache("index1", 1, "Instruction", "64K")
            .Cache("index2", 2, "Unified", "512K")
            .Cache("index3", 3, "Unified", "32768K");
        var caches = system.Caches(Of(EmeraldRapids));

        Assert.Equal((32L << 10, 32L << 20), (caches.First, caches.Last));
    }

    [Fact]
    public void Agrees_with_Linux_about_this_machine()
    {
        Assert.SkipWhen(Cpuid.OfThisProcessor is null, "This processor has no CPUID.");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is nothing to compare with.");

        Assert.Equal(new ProcessorProbe("/", cpuid: null).Read(), Cpuid.OfThisProcessor.Identity());
    }

    private static void AssertCaches(
        Dictionary<(uint Leaf, uint Subleaf), CpuidLeaf> leaves,
        long firstKiB,
        long lastKiB
    )
    {
        using var system = new FakeSystem(1);
        var caches = system.Caches(Of(leaves));
        Assert.Equal((firstKiB << 10, lastKiB << 10), (caches.First, caches.Last));
    }

    private static Cpuid Of(Dictionary<(uint Leaf, uint Subleaf), CpuidLeaf> leaves) =>
        new((leaf, subleaf) => Answer(leaves, leaf, subleaf));

    private static CpuidLeaf Answer(
        Dictionary<(uint Leaf, uint Subleaf), CpuidLeaf> leaves,
        uint leaf,
        uint subleaf
    ) => leaves.GetValueOrDefault((leaf, subleaf));
}
