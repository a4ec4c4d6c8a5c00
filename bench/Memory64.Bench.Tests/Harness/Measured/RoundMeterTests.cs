using System.Runtime.InteropServices;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Tests.Wasmtime;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Measured;

[Collection(AloneCollection.Name)]
public sealed unsafe class RoundMeterTests
{
    private const int Bytes = 64 << 20;
    private const int LargestPage = 2 << 20;

    [Fact]
    public void Says_what_a_round_cost_between_start_and_stop()
    {
        var meter = new RoundMeter();
        meter.Start();
        Touch();
        meter.Stop();

        var outcome = meter.Outcome();
        Assert.Null(outcome.Failure);
        Assert.True(outcome.ResidentBytes >= Bytes);
        Assert.True(outcome.MinorFaults >= Bytes / LargestPage);
        Assert.True(outcome.MajorFaults >= 0);
        Assert.True(outcome.Metrics!["speedLoopNs"] > 0);
    }

    [Fact]
    public void Says_what_was_noted()
    {
        var meter = new RoundMeter();
        meter.Note("pssBytes", 5);

        Assert.Equal(5, meter.Outcome().Metrics!["pssBytes"]);
    }

    [Fact]
    public void Does_not_count_the_faults_of_setup_and_check()
    {
        var meter = new RoundMeter();
        Touch();
        meter.Start();
        meter.Stop();
        Touch();

        Assert.InRange(meter.Outcome().MinorFaults, 0, (Bytes / LargestPage) - 1);
    }

    [Fact]
    public void Does_not_count_the_faults_of_a_preparation_nor_what_it_kept_resident()
    {
        Assert.SkipUnless(ProcessMemory.TryResetPeak(), "the system doesn't forget a peak");
        var meter = new RoundMeter();
        meter.Start();
        meter.Uncounted(Touch);
        meter.Stop();

        var outcome = meter.Outcome();
        Assert.InRange(outcome.MinorFaults, 0, (Bytes / LargestPage) - 1);
        Assert.InRange(outcome.ResidentBytes, 1, Resident() + (Bytes / 2));
    }

    [Fact]
    public void Counts_what_came_before_a_preparation()
    {
        var meter = new RoundMeter();
        meter.Start();
        Touch();
        meter.Uncounted(() => { });
        meter.Stop();

        var outcome = meter.Outcome();
        Assert.True(outcome.MinorFaults >= Bytes / LargestPage);
        Assert.True(outcome.ResidentBytes >= Bytes);
    }

    [Fact]
    public void Does_not_count_what_a_case_before_kept_resident()
    {
        Assert.SkipUnless(ProcessMemory.TryResetPeak(), "the system doesn't forget a peak");
        Touch();
        var resident = Resident();

        var meter = new RoundMeter();
        meter.Start();
        meter.Stop();

        Assert.InRange(meter.Outcome().ResidentBytes, 1, resident + (Bytes / 2));
    }

    // The meter counts what engines have in processes of their own; tests before this may have left one running.
    private static long Resident() =>
        ProcessMemory.ResidentBytes() + LoadedEngines.Processes.Sum(ProcessMemory.ResidentBytesOf);

    private static void Touch()
    {
        var memory = (byte*)NativeMemory.AllocZeroed(Bytes);
        for (var address = 0; address < Bytes; address += Environment.SystemPageSize)
        {
            memory[address] = 1;
        }

        NativeMemory.Free(memory);
    }
}
