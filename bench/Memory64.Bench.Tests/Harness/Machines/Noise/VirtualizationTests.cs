using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Noise;

public sealed class VirtualizationTests
{
    private const string X86 = "vendor_id\t: AuthenticAMD\nflags\t\t: fpu vme sse2";
    private const string Arm = "processor\t: 0\nFeatures\t: fp asimd evtstrm aes\n";

    [Theory]
    [InlineData(X86 + " hypervisor lahf_lm\n", null, null, true)]
    [InlineData(X86 + " lahf_lm\n", null, null, false)]
    [InlineData(X86 + " lahf_lm\n", "LENOVO", "20XW", false)]
    [InlineData(Arm, "QEMU", "KVM Virtual Machine", true)]
    [InlineData(Arm, "Amazon EC2", "m7g.large", true)]
    [InlineData(Arm, "Amazon EC2", "m7g.metal", false)]
    [InlineData(Arm, "Microsoft Corporation", "Virtual Machine", true)]
    [InlineData(Arm, "Google", "Google Compute Engine", true)]
    [InlineData(Arm, "Ampere(R)", "Mt. Jade", false)]
    [InlineData(Arm, null, null, null)]
    public void Is_told_by_processor_or_firmware(
        string processor,
        string? vendor,
        string? product,
        bool? expected
    )
    {
        using var system = new FakeSystem(1000).Write("proc/cpuinfo", processor);
        if (vendor is not null && product is not null)
        {
            _ = system
                .Write("sys/class/dmi/id/sys_vendor", $"{vendor}\n")
                .Write("sys/class/dmi/id/product_name", $"{product}\n");
        }

        Assert.Equal(expected, system.IsVirtual);
    }

    [Theory]
    [InlineData("proc/device-tree/hypervisor/compatible", "xen,xen-4.17")]
    [InlineData("sys/hypervisor/type", "xen\n")]
    public void Is_told_by_what_a_hypervisor_leaves(string path, string text)
    {
        using var system = new FakeSystem(1000).Write("proc/cpuinfo", Arm).Write(path, text);
        Assert.True(system.IsVirtual);
    }
}
