using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Tests.Results;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines;

public sealed class MachineProbeTests
{
    private const double GiB = 1L << 30;

    [Theory]
    [InlineData("AMD EPYC", 2, 23.5, "amd-epyc-2c-24g")]
    [InlineData("AMD EPYC 7B13 64-Core Processor", 128, 503.4, "amd-epyc-7b13-128c-504g")]
    [InlineData("Intel(R) Xeon(R) CPU @ 2.20GHz", 4, 15.6, "intel-xeon-4c-16g")]
    [InlineData("Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz", 12, 32, "intel-core-i7-9750h-12c-32g")]
    [InlineData("Apple M2 Pro", 12, 16, "apple-m2-pro-12c-16g")]
    public void Names_a_machine_by_what_matters(
        string cpu,
        int cores,
        double gibibytes,
        string id
    ) => Assert.Equal(id, MachineProbe.IdOf(cpu, cores, (long)(gibibytes * GiB)));

    [Fact]
    public void Describes_this_machine_so_that_a_run_file_takes_it()
    {
        using var folder = new TemporaryFolder();
        var machine = MachineProbe.Read();
        var path = folder.At("50.0.1.json");
        (TestRuns.Run() with { Machine = machine }).Save(path);

        Assert.Equal(machine, RunFile.Load(path).Machine);
        Assert.Equal(RunFolder.SafeName(machine.Id), machine.Id);
        Assert.True(machine.LogicalCores >= Environment.ProcessorCount);
        Assert.Equal(Environment.SystemPageSize, machine.PageBytes);
        Assert.True(machine.MemoryBytes > 0);
        Assert.NotEmpty(machine.Cpu);
        Assert.NotEmpty(machine.Os);
        Assert.NotEmpty(machine.Kernel);
    }

    [Fact]
    public void Gives_the_same_machine_the_same_name() =>
        Assert.Equal(MachineProbe.Read().Id, MachineProbe.Read().Id);
}
