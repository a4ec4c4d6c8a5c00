using System.ComponentModel;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Machines.Memories;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Memories;

public sealed unsafe class SystemMemoryTests
{
    [Fact]
    public void What_is_made_accessible_reads_as_zero_and_keeps_what_is_written()
    {
        using var memory = new SystemMemory(ByteSize.GiB(16).Bytes);
        memory.MakeAccessible(ByteSize.GiB(8).Bytes);
        foreach (var address in (ulong[])[0, 0xFFFF_FFFF, 0x1_0000_0000, 0x1_FFFF_FFFF])
        {
            Assert.Equal(0, memory.Data[address]);
            memory.Data[address] = 0xA5;
        }

        memory.MakeAccessible(ByteSize.GiB(16).Bytes);
        Assert.Equal(0xA5, memory.Data[0x1_FFFF_FFFF]);
        Assert.Equal(0, memory.Data[0x3_FFFF_FFFF]);
        memory.Data[0x3_FFFF_FFFF] = 1;
        Assert.Equal(0, memory.Data[0x2_FFFF_FFFF]);
    }

    [Fact]
    public void What_is_not_yet_accessible_has_no_access()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists mappings in a file.");
        using var memory = new SystemMemory(ByteSize.GiB(8).Bytes);
        Assert.Equal("---p", AccessAt(memory.Data));
        memory.MakeAccessible(ByteSize.GiB(4).Bytes);
        Assert.Equal("rw-p", AccessAt(memory.Data));
        Assert.Equal("rw-p", AccessAt(memory.Data + ByteSize.GiB(4).Bytes - 1));
        Assert.Equal("---p", AccessAt(memory.Data + ByteSize.GiB(4).Bytes));
        Assert.Equal("---p", AccessAt(memory.Data + ByteSize.GiB(8).Bytes - 1));
    }

    [Fact]
    public void More_than_the_address_space_is_refused() =>
        Assert.Throws<Win32Exception>(() => new SystemMemory(1UL << 60));

    [Fact]
    public void What_is_disposed_is_given_back()
    {
        // 256 TiB in all, twice what a process of 47 address bits has.
        for (var i = 0; i < 64; i++)
        {
            using var memory = new SystemMemory(ByteSize.GiB(4096).Bytes);
            memory.MakeAccessible(ByteSize.KiB(64).Bytes);
            memory.Data[0] = 1;
        }
    }

    private static string AccessAt(byte* address)
    {
        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            var fields = line.Split(' ', '-');
            var (start, end) = (Convert.ToUInt64(fields[0], 16), Convert.ToUInt64(fields[1], 16));
            if ((ulong)address >= start && (ulong)address < end)
            {
                return line.Split(' ')[1];
            }
        }

        return "unmapped";
    }
}
