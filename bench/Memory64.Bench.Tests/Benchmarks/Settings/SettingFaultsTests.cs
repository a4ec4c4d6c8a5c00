using Memory64.Bench.Benchmarks.Settings;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Settings;

/// <summary>Settings that show in the page faults of the process, or in what its pages are.</summary>
[Collection(AloneCollection.Name)]
public sealed unsafe class SettingFaultsTests
{
    private static readonly long UsedPages =
        (long)InitialContent.CheckedSize.Bytes / Environment.SystemPageSize;

    private static readonly long DataPages =
        (long)InitialContent.DataSize.Bytes / Environment.SystemPageSize;

    [Fact]
    public void A_pool_that_keeps_memory_resident_gives_it_without_faults()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux counts faults exactly.");
        Assert.True(FaultsOfUse(Setting.pooled) >= UsedPages);
        Assert.InRange(FaultsOfUse(Setting.keepsResident), 0, UsedPages / 2);
    }

    [Fact]
    public void Data_is_copied_at_instantiation_without_copy_on_write_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux is data surely mapped.");
        Assert.True(FaultsOfInstantiation(Setting.noCopyOnWrite) >= DataPages);
        Assert.InRange(FaultsOfInstantiation(Setting.byDefault), 0, DataPages / 2);
    }

    [Fact]
    public void Huge_pages_are_given_where_they_are_asked_for_and_found_missing_where_not()
    {
        Assert.SkipWhen(HugePages.ReasonToSkip() is not null, $"{HugePages.ReasonToSkip()}");
        var size = ByteSize.MiB(64);
        using var asking = Touched(Setting.hugePages, size);
        asking.CheckTouched(0, size.Bytes);
        asking.Memory.Dispose();

        Assert.SkipUnless(
            MachineProbe.Read().TransparentHugePages == "madvise",
            "Huge pages come unasked here."
        );
        using var silent = Touched(Setting.byDefault, size);
        silent.CheckTouched(0, size.Bytes);
        Assert.Throws<AssertionException>(() =>
            HugePageAdvice.Check(
                SettingConfiguration.Of(Setting.hugePages),
                silent.Memory.Data + (size.Bytes / 2),
                size.Bytes
            )
        );
        silent.Memory.Dispose();
    }

    // Of the third instance: the first two have brought all else into memory.
    private static long FaultsOfUse(Setting setting)
    {
        using var compiled = Compile("access-m64", setting);
        var faults = 0L;
        for (var round = 0; round < 3; round++)
        {
            using var guest = compiled.Instantiate();
            var before = ProcessMemory.PageFaults().Minor;
            for (var page = 0L; page < UsedPages; page++)
            {
                guest.Probe.Store64.Call((ulong)page * AllocationTarget.Step, 1);
            }

            faults = ProcessMemory.PageFaults().Minor - before;
        }

        return faults;
    }

    private static long FaultsOfInstantiation(Setting setting)
    {
        using var compiled = Compile("data-m64", setting);
        var faults = 0L;
        for (var round = 0; round < 3; round++)
        {
            using var store = new Store(compiled.Engine);
            var before = ProcessMemory.PageFaults().Minor;
            _ = new Instance(store, compiled.Module);
            faults = ProcessMemory.PageFaults().Minor - before;
        }

        return faults;
    }

    private static AllocationTarget Touched(Setting setting, ByteSize size)
    {
        var target = new AllocationTarget(
            MemoryKind.memory64,
            size,
            SettingConfiguration.Of(setting),
            () => EnginesAtHand.DefaultEngine
        );
        target.Open(new ByteSize(0), size);
        target.Memory.Touch(0, size.Bytes, AllocationTarget.Step);
        return target;
    }

    private static CompiledGuest Compile(string guest, Setting setting) =>
        new(Guest.Named(guest), SettingConfiguration.Of(setting), EnginesAtHand.Default);
}
