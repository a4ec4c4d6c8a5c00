using System.Runtime.InteropServices;
using Memory64.Bench.Harness.Machines.Memories;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Memories;

public sealed unsafe class ProcessMemoryTests
{
    private const int Bytes = 64 << 20;
    private const int LargestPage = 2 << 20;

    // Linux counts resident pages for each processor and adds them up now and then: what it shows may fall a little.
    private const int Unsteadiness = 1 << 20;

    [Fact]
    public void Counts_faults_and_residence_of_pages_that_are_touched()
    {
        var faults = ProcessMemory.PageFaults();
        var memory = (byte*)NativeMemory.AllocZeroed(Bytes);
        try
        {
            for (var address = 0; address < Bytes; address += Environment.SystemPageSize)
            {
                memory[address] = 1;
            }

            // Huge pages, where the system gives them unasked, are few.
            Assert.True(ProcessMemory.PageFaults().Minor - faults.Minor >= Bytes / LargestPage);
            Assert.True(ProcessMemory.ResidentBytes() >= Bytes);
            Assert.True(ProcessMemory.VirtualBytes() >= ProcessMemory.ResidentBytes());
            Assert.True(ProcessMemory.PeakResidentBytes() >= Bytes);
        }
        finally
        {
            NativeMemory.Free(memory);
        }

        Assert.True(ProcessMemory.PeakResidentBytes() >= Bytes, "a peak doesn't fall");
    }

    [Fact]
    public void Does_not_take_the_peak_of_its_parent_for_its_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux hands a peak on to a child");
        var before = HighWaterMark();
        var peak = ProcessMemory.PeakResidentBytes();
        Assert.InRange(peak, before - Unsteadiness, HighWaterMark() + Unsteadiness);
    }

    private static long HighWaterMark()
    {
        const string key = "VmHWM:";
        var line = File.ReadLines("/proc/self/status")
            .Single(line => line.StartsWith(key, StringComparison.Ordinal));
        return long.Parse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal)) * 1024;
    }
}
