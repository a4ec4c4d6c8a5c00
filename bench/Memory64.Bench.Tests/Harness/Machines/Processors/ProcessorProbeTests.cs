using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Processors;

public sealed class ProcessorProbeTests
{
    [Fact]
    public void Reads_the_register_of_the_first_core_on_arm64()
    {
        using var system = new FakeSystem(1)
            .Write(
                "sys/devices/system/cpu/cpu0/regs/identification/midr_el1",
                "0x00000000413fd0c1\n"
            )
            .Write("proc/cpuinfo", "CPU implementer\t: 0x61\n");
        Assert.Equal("0x41 family 15 model 3340 stepping 49", system.Processor?.ToString());
    }

    [Fact]
    public void Reads_what_Linux_lists_of_an_arm64_that_hides_its_register()
    {
        using var system = new FakeSystem(1).Write(
            "proc/cpuinfo",
            "processor\t: 0\nBogoMIPS\t: 243.75\nCPU implementer\t: 0x41\nCPU architecture: 8\nCPU variant\t: 0x3\nCPU part\t: 0xd0c\nCPU revision\t: 1\n\nprocessor\t: 1\nCPU part\t: 0xd40\n"
        );
        Assert.Equal("0x41 family 15 model 3340 stepping 49", system.Processor?.ToString());
    }

    [Fact]
    public void Reads_what_Linux_lists_of_an_x86_without_CPUID()
    {
        using var system = new FakeSystem(1).Write(
            "proc/cpuinfo",
            "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 25\nmodel\t\t: 1\nmodel name\t: AMD EPYC\nstepping\t: 1\n\nprocessor\t: 1\n"
        );
        Assert.Equal("AuthenticAMD family 25 model 1 stepping 1", system.Processor?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("vendor_id\t: GenuineIntel\ncpu family\t: 6\nmodel\t: 85\nstepping\t: unknown\n")]
    [InlineData("CPU implementer\t: 0x41\nCPU part\t: 0xd0c\n")]
    public void Does_not_guess_what_is_not_told(string lines)
    {
        using var system = new FakeSystem(1).Write("proc/cpuinfo", lines);
        Assert.Null(system.Processor);
    }
}
