using System.ComponentModel;
using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Memories;

[Collection(AloneCollection.Name)]
public sealed unsafe class HugePagesTests
{
    private const ulong Bytes = 64UL << 20;

    [Fact]
    public void Can_be_asked_for_where_Linux_does_not_forbid_them()
    {
        var reason = HugePages.ReasonToSkip();
        Assert.Equal(
            MachineProbe.Read().TransparentHugePages is "madvise" or "always",
            reason is null
        );
        Assert.Equal(
            !OperatingSystem.IsLinux(),
            reason == "huge pages by madvise are Linux's alone"
        );
    }

    [Fact]
    public void Can_not_be_asked_for_where_they_are_forbidden_to_the_process()
    {
        Assert.SkipWhen(HugePages.ReasonToSkip() is not null, $"{HugePages.ReasonToSkip()}");
        HugePages.Forbid(true);
        try
        {
            Assert.StartsWith(
                "huge pages are forbidden to this process (PR_SET_THP_DISABLE",
                HugePages.ReasonToSkip(),
                StringComparison.Ordinal
            );
            using var memory = new SystemMemory(Bytes);
            memory.MakeAccessible(Bytes);
            var settings = SettingConfiguration.Of(Setting.hugePages);
            HugePageAdvice.Give(settings, memory.Data, Bytes);
            memory.Data[Bytes / 2] = 1;
            Assert.Throws<AssertionException>(() =>
                HugePageAdvice.Check(settings, memory.Data + (Bytes / 2), 4096)
            );
        }
        finally
        {
            HugePages.Forbid(false);
        }

        Assert.Null(HugePages.ReasonToSkip());
    }

    [Fact]
    public void Are_given_where_they_are_asked_for()
    {
        Assert.SkipWhen(HugePages.ReasonToSkip() is not null, $"{HugePages.ReasonToSkip()}");
        using var memory = new SystemMemory(Bytes);
        memory.MakeAccessible(Bytes);
        HugePages.Advise(memory.Data, Bytes);
        Assert.Equal(0UL, HugePages.ResidentBytesAt(memory.Data + (Bytes / 2)));

        memory.Data[Bytes / 2] = 1;
        Assert.Equal(2UL << 20, HugePages.ResidentBytesAt(memory.Data + (Bytes / 2)));
    }

    [Fact]
    public void Are_refused_in_the_systems_own_words()
    {
        Assert.SkipWhen(HugePages.ReasonToSkip() is not null, $"{HugePages.ReasonToSkip()}");
        using var memory = new SystemMemory(Bytes);
        memory.MakeAccessible(Bytes);
        var exception = Assert.Throws<Win32Exception>(() =>
            HugePages.Advise(memory.Data + 1, Bytes / 2)
        );
        Assert.Equal("madvise(MADV_HUGEPAGE): Invalid argument", exception.Message);
    }
}
