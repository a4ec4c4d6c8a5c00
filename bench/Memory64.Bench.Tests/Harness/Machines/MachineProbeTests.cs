using System.Runtime.Intrinsics.X86;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Tests.Results;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines;

public sealed class MachineProbeTests
{
    private const double GiB = 1L << 30;

    private static readonly RunProcessor Zen3 = new()
    {
        Vendor = "AuthenticAMD",
        Family = 25,
        Model = 1,
        Stepping = 1,
    };

    [Theory]
    [InlineData("AMD EPYC", 2, 23.5, "amd-epyc-2c-24g")]
    [InlineData("AMD EPYC 7B13 64-Core Processor", 128, 503.4, "amd-epyc-7b13-128c-504g")]
    [InlineData("Intel(R) Xeon(R) CPU @ 2.20GHz", 4, 15.6, "intel-xeon-4c-16g")]
    [InlineData("Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz", 12, 32, "intel-core-i7-9750h-12c-32g")]
    [InlineData("Apple M2 Pro", 12, 16, "apple-m2-pro-12c-16g")]
    [InlineData("Apple M2 Pro", 12, 0, "apple-m2-pro-12c")]
    public void Names_a_machine_by_what_matters(
        string cpu,
        int cores,
        double gibibytes,
        string id
    ) => Assert.Equal(id, MachineProbe.IdOf(cpu, null, cores, (long)(gibibytes * GiB)));

    [Theory]
    [InlineData("AMD EPYC", "AuthenticAMD", 25, 1, "amd-epyc-zen3-2c-24g")]
    [InlineData("AMD EPYC", "AuthenticAMD", 25, 17, "amd-epyc-zen4-2c-24g")]
    [InlineData("AMD EPYC", "AuthenticAMD", 26, 2, "amd-epyc-zen5-2c-24g")]
    [InlineData("AMD EPYC", "AuthenticAMD", 26, 255, "amd-epyc-family26-model255-2c-24g")]
    [InlineData("AMD EPYC", "AuthenticAMD", 23, 1, "amd-epyc-zen1-2c-24g")]
    [InlineData("AMD EPYC", "AuthenticAMD", 23, 49, "amd-epyc-zen2-2c-24g")]
    [InlineData(
        "Intel(R) Xeon(R) Processor",
        "GenuineIntel",
        6,
        207,
        "intel-xeon-family6-model207-2c-24g"
    )]
    [InlineData(
        "Intel(R) Xeon(R) Processor @ 2.50GHz",
        "GenuineIntel",
        6,
        85,
        "intel-xeon-family6-model85-2c-24g"
    )]
    [InlineData("Arm64", "0x41", 15, 0xD40, "arm64-implementer0x41-part0xd40-2c-24g")]
    public void Tells_processors_apart_to_which_a_hypervisor_gives_one_name(
        string cpu,
        string vendor,
        int family,
        int model,
        string id
    ) =>
        Assert.Equal(
            id,
            MachineProbe.IdOf(
                cpu,
                new()
                {
                    Vendor = vendor,
                    Family = family,
                    Model = model,
                    Stepping = 1,
                },
                2,
                (long)(23.5 * GiB)
            )
        );

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
        Assert.True(machine.Processor is not null || !X86Base.IsSupported);
        Assert.NotEmpty(machine.Cpu);
        Assert.NotEmpty(machine.Os);
        Assert.NotEmpty(machine.Kernel);
    }

    // The system's own share of the memory differs a little from one start to the next: the name must not.
    [Fact]
    public void Gives_a_machine_its_name_whatever_changes_from_one_start_to_the_next()
    {
        const string cpu = "AMD EPYC";
        var id = MachineProbe.IdOf(cpu, Zen3, 2, 25_276_502_016);

        Assert.Equal("amd-epyc-zen3-2c-24g", id);
        Assert.Equal(id, MachineProbe.IdOf(cpu, Zen3, 2, 25_276_514_304));
        Assert.NotEqual(id, MachineProbe.IdOf(cpu, Zen3, 4, 25_276_502_016));
        Assert.NotEqual(id, MachineProbe.IdOf(cpu, Zen3, 2, 50_553_004_032));
        Assert.NotEqual(id, MachineProbe.IdOf(cpu, Zen3 with { Family = 26 }, 2, 25_276_502_016));
    }
}
