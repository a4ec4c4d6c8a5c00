using Memory64.Bench.Harness.Machines.Limits;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Limits;

public sealed class AvailableMemoryTests
{
    [Fact]
    public void Is_what_the_machine_has_available_where_there_are_no_groups()
    {
        using var system = new FakeSystem(9_000);
        Assert.Equal(9_000UL, system.AvailableMiB);
    }

    [Fact]
    public void Is_what_the_machine_has_available_where_no_group_has_a_limit()
    {
        using var system = new FakeSystem(9_000)
            .Membership("0::/user.slice/session\n")
            .Group2("", "max", 5_000)
            .Group2("user.slice", "max", 5_000)
            .Group2("user.slice/session", "max", 5_000);
        Assert.Equal(9_000UL, system.AvailableMiB);
    }

    [Fact]
    public void Is_what_a_group_of_version_2_leaves()
    {
        using var system = new FakeSystem(9_000)
            .Membership("0::/box\n")
            .Group2("box", Bytes(4_000), 1_500);
        Assert.Equal(2_500UL, system.AvailableMiB);
    }

    [Theory]
    [InlineData("", 1_000)]
    [InlineData("outer", 1_000)]
    [InlineData("outer/inner", 1_000)]
    public void Is_the_least_of_all_groups_above_the_process(string tight, ulong left)
    {
        using var system = new FakeSystem(9_000).Membership("0::/outer/inner\n");
        foreach (var group in (string[])["", "outer", "outer/inner"])
        {
            _ = system.Group2(group, Bytes(group == tight ? left + 500 : 8_000), 500);
        }

        Assert.Equal(left, system.AvailableMiB);
    }

    [Fact]
    public void Is_what_the_machine_has_available_where_the_groups_leave_more()
    {
        using var system = new FakeSystem(2_000)
            .Membership("0::/box\n")
            .Group2("box", Bytes(8_000), 100);
        Assert.Equal(2_000UL, system.AvailableMiB);
    }

    [Fact]
    public void Reads_the_mount_itself_where_the_path_is_the_hosts()
    {
        using var system = new FakeSystem(9_000)
            .Membership("0::/kubepods/pod1/box\n")
            .Group2("", Bytes(3_000), 1_000);
        Assert.Equal(2_000UL, system.AvailableMiB);
    }

    [Fact]
    public void Gives_back_inactive_file_pages()
    {
        using var system = new FakeSystem(9_000)
            .Membership("0::/box\n")
            .Group2("box", Bytes(4_000), 3_500, inactiveMiB: 3_000);
        Assert.Equal(3_500UL, system.AvailableMiB);
    }

    [Fact]
    public void Gives_back_what_was_read_twice_too()
    {
        using var system = new FakeSystem(9_000)
            .Membership("0::/box\n")
            .Group2("box", Bytes(4_000), 3_500, inactiveMiB: 1_000, activeMiB: 2_000);
        using var older = new FakeSystem(9_000)
            .Membership("5:memory:/box\n")
            .Group1("box", Bytes(4_000), 3_500, inactiveMiB: 1_000, activeMiB: 2_000);
        Assert.Equal((3_500UL, 3_500UL), (system.AvailableMiB, older.AvailableMiB));
    }

    [Fact]
    public void The_machine_is_as_large_in_a_group_as_outside_it()
    {
        using var system = new FakeSystem(9_000)
            .Membership("0::/outer/box\n")
            .Group2("outer", Bytes(8_000), 100)
            .Group2("outer/box", "max", 100);
        Assert.Equal(FakeSystem.TotalMiB, system.Memory.TotalOnLinux() / FakeSystem.MiB);
        Assert.Equal(8_000UL, system.Memory.LimitOnLinux() / FakeSystem.MiB);
    }

    [Fact]
    public void A_process_without_a_group_has_no_limit()
    {
        using var system = new FakeSystem(9_000);
        Assert.Null(system.Memory.LimitOnLinux());
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("1", null)]
    [InlineData("2", 3_500UL)]
    public void What_can_be_made_accessible_counts_where_it_is_charged(
        string overcommit,
        ulong? expected
    )
    {
        using var system = new FakeSystem(9_000).Write(
            "proc/sys/vm/overcommit_memory",
            $"{overcommit}\n"
        );
        Assert.Equal(expected, system.Memory.CommittableOnLinux() / FakeSystem.MiB);
    }

    [Fact]
    public void Is_nothing_where_a_group_is_over_its_limit()
    {
        using var system = new FakeSystem(9_000)
            .Membership("0::/box\n")
            .Group2("box", Bytes(4_000), 4_100);
        Assert.Equal(0UL, system.AvailableMiB);
    }

    [Fact]
    public void Is_what_a_group_of_version_1_leaves()
    {
        using var system = new FakeSystem(9_000)
            .Membership("12:cpu,cpuacct:/box\n5:memory:/box\n1:name=systemd:/box\n")
            .Group1("", "9223372036854771712", 7_000)
            .Group1("box", Bytes(6_000), 2_500, inactiveMiB: 500);
        Assert.Equal(4_000UL, system.AvailableMiB);
    }

    [Theory]
    [InlineData(
        "MemTotal: 8388608 kB\nMemFree: 1048576 kB\nBuffers: 7 kB\nCached: 4194304 kB\nShmem: 3145728 kB\nActive(file): 524288 kB\nInactive(file): 524288 kB\n",
        2_048UL
    )]
    [InlineData("MemTotal: 8388608 kB\nMemFree: 1048576 kB\nCached: 4194304 kB\n", 1_024UL)]
    [InlineData(
        "MemTotal: 8388608 kB\nMemFree: 1048576 kB\nMemAvailable: unknown\nActive(file): 1024 kB\n",
        1_025UL
    )]
    public void Is_what_is_free_and_what_files_hold_where_nothing_is_called_available(
        string meminfo,
        ulong available
    )
    {
        using var system = new FakeSystem(0).Write("proc/meminfo", meminfo);
        Assert.Equal(available, system.AvailableMiB);
        Assert.Equal(8_192UL, system.Memory.TotalOnLinux() / FakeSystem.MiB);
    }

    [Fact]
    public void Is_what_the_runtime_knows_where_the_system_tells_nothing()
    {
        using var system = new FakeSystem(0)
            .Write("proc/meminfo", "")
            .Write("proc/sys/vm/overcommit_memory", "2\n");
        Assert.Equal(0UL, system.Memory.TotalOnLinux());
        Assert.InRange(system.AvailableMiB, 1UL, ulong.MaxValue);
        Assert.Null(system.Memory.CommittableOnLinux());
    }

    [Fact]
    public void Takes_no_notice_of_lines_of_groups_that_no_kernel_writes()
    {
        using var system = new FakeSystem(9_000)
            .Membership("\nnonsense\n0::/box\n")
            .Group2("box", Bytes(4_000), 1_500)
            .Write("sys/fs/cgroup/box/memory.stat", "anon 1\nanon 2\ninactive_file much\n");
        Assert.Equal(2_500UL, system.AvailableMiB);
    }

    [Fact]
    public void Knows_this_machine() => Assert.True(AvailableMemory.Bytes() > FakeSystem.MiB);

    private static string Bytes(ulong mebibytes) => $"{mebibytes * FakeSystem.MiB}";
}
