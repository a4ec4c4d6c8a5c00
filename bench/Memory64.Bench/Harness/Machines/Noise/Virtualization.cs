using Memory64.Bench.Harness.Machines.Systems;

namespace Memory64.Bench.Harness.Machines.Noise;

/// <summary>Whether this Linux runs in a virtual machine.</summary>
/// <param name="root">The root of the file system; a test's own folder in tests.</param>
/// <remarks>
/// Source: <see href="https://github.com/systemd/systemd/blob/main/src/basic/virt.c"/>. A processor says so itself on x86 only;
/// elsewhere it shows in the device tree or in what the firmware calls the machine.
/// </remarks>
public sealed class Virtualization(string root)
{
    private static readonly string[] FirmwareFiles =
    [
        "sys/class/dmi/id/sys_vendor",
        "sys/class/dmi/id/product_name",
        "sys/class/dmi/id/board_vendor",
        "sys/class/dmi/id/bios_vendor",
    ];

    private static readonly string[] VirtualMakers =
    [
        "KVM",
        "OpenStack",
        "KubeVirt",
        "Amazon EC2",
        "QEMU",
        "VMware",
        "VMW",
        "innotek GmbH",
        "VirtualBox",
        "Xen",
        "Bochs",
        "Parallels",
        "BHYVE",
        "Hyper-V",
        "Virtual Machine",
        "Apple Virtualization",
        "Google Compute Engine",
    ];

    /// <summary>Whether it does, or <see langword="null"/> where nothing tells.</summary>
    public bool? IsVirtual()
    {
        var processor = Read("proc/cpuinfo") ?? "";
        if (
            processor.Contains(" hypervisor", StringComparison.Ordinal)
            || Path.Exists(Path.Combine(root, "proc/device-tree/hypervisor"))
            || Read("sys/hypervisor/type") is not null
        )
        {
            return true;
        }

        var firmware = FirmwareFiles.Select(Read).OfType<string>().ToList();
        return firmware.Exists(IsVirtualMaker)
            // A bare machine of that cloud has its maker's name too.
            && !firmware.Exists(text => text.EndsWith(".metal", StringComparison.Ordinal))
                ? true
            : firmware.Count > 0 || processor.Contains("flags\t", StringComparison.Ordinal) ? false
            : null;
    }

    private static bool IsVirtualMaker(string text) =>
        VirtualMakers.Any(maker => text.StartsWith(maker, StringComparison.Ordinal));

    private string? Read(string path) => SystemFile.Read(Path.Combine(root, path));
}
