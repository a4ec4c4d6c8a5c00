using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Shared;

public sealed unsafe class SettingConfigurationTests
{
    private static readonly MemoryType Type = new(
        ByteSize.GiB(8).Pages,
        ByteSize.GiB(16).Pages,
        Is64: true
    );

    [Fact]
    public void Each_sets_one_thing_but_those_that_set_none()
    {
        var described = Enum.GetValues<Setting>()
            .Except([Setting.pooled, Setting.keepsResident])
            .ToLookup(setting => SettingConfiguration.Of(setting).Describe().Count);
        Assert.Equal([Setting.byDefault, Setting.fixedSize], described[0]);
        Assert.Equal([0, 1], described.Select(count => count.Key).Order());

        // What keeps memory resident is compared with a pool that doesn't.
        Assert.Equal(
            SettingConfiguration.Of(Setting.pooled) with
            {
                KeepResident = SettingConfiguration.KeptResident,
            },
            SettingConfiguration.Of(Setting.keepsResident)
        );
    }

    [Fact]
    public void Each_is_another() =>
        Assert.Equal(
            Enum.GetValues<Setting>().Length - 1,
            Enum.GetValues<Setting>().Select(SettingConfiguration.Of).Distinct().Count()
        );

    [Theory]
    [MemberData(nameof(EnginesAtHand.Names), MemberType = typeof(EnginesAtHand))]
    public void With_each_that_an_engine_has_a_memory_passes_the_assertion(string name)
    {
        var library = EnginesAtHand.Load(name);
        var available = Enum.GetValues<Setting>()
            .Where(setting => SettingConfiguration.Of(setting).ReasonToSkip(library) is null)
            .ToList();
        Assert.True(available.Count >= 9);
        Assert.All(
            available,
            setting =>
            {
                var settings = SettingConfiguration.Of(setting);
                using var compiled = new CompiledGuest(
                    Guest.Named("access-m64"),
                    settings,
                    library
                );
                using var guest = compiled.Instantiate();
                HugePageAdvice.Give(settings, guest.Memory.Data, guest.Memory.ByteLength);
                MemoryAssertion.Check(guest, Type);
            }
        );
    }

    // Both checks are explicit then: a full memory32 has no address beyond its end, one of 64 KiB has.
    [Theory]
    [InlineData(Setting.noReservation)]
    [InlineData(Setting.noGuard)]
    [InlineData(Setting.noSignals)]
    public void Without_what_catches_it_an_access_beyond_a_memory32_still_traps(Setting setting)
    {
        var settings = SettingConfiguration.Of(setting);
        var library = EnginesAtHand.Default;
        using var small = new CompiledGuest(
            Guest.Named("instantiation-m32-64KiB"),
            settings,
            library
        );
        using var full = new CompiledGuest(Guest.Named("access-m32"), settings, library);
        using var smallGuest = small.Instantiate();
        using var fullGuest = full.Instantiate();
        var maximum = ByteSize.FourGiB.Pages;
        MemoryAssertion.Check(smallGuest, new(1, maximum, Is64: false));
        MemoryAssertion.Check(fullGuest, new(maximum, maximum, Is64: false));
    }

    [Theory]
    [InlineData(Setting.reservation)]
    [InlineData(Setting.growthReservation)]
    public void With_more_reserved_a_memory_beyond_4_GiB_grows_where_it_is(Setting setting)
    {
        var size = new ByteSize(ByteSize.FourGiB.Bytes + MemoryType.PageBytes);
        using var target = new AllocationTarget(
            MemoryKind.memory64,
            size,
            SettingConfiguration.Of(setting),
            () => EnginesAtHand.DefaultEngine
        );
        target.Open(new ByteSize(0), size);

        Assert.True(target.Memory.Grow(ByteSize.FourGiB.Bytes));

        target.CheckPlace(size.Bytes + ByteSize.FourGiB.Bytes, moved: false);
        target.Memory.Dispose();
    }
}
