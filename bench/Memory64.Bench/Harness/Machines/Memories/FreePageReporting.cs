using Memory64.Bench.Harness.Machines.Systems;

namespace Memory64.Bench.Harness.Machines.Memories;

/// <summary>Whether this is a virtual machine whose host takes back memory that is free.</summary>
/// <param name="root">The root of the file system; a test's own folder in tests.</param>
/// <remarks>
/// Source: the feature VIRTIO_BALLOON_F_REPORTING (5) of the memory balloon device (5) in
/// <see href="https://docs.oasis-open.org/virtio/virtio/v1.3/virtio-v1.3.html"/>, as Linux shows it.
/// </remarks>
public sealed class FreePageReporting(string root)
{
    private const string Balloon = "0x0005";
    private const int Reporting = 5;

    /// <summary>Whether a memory balloon is there that tells the host which memory is free.</summary>
    public bool IsOn()
    {
        var devices = Path.Combine(root, "sys/bus/virtio/devices");
        return Directory.Exists(devices)
            && Directory
                .EnumerateDirectories(devices)
                .Any(device =>
                    SystemFile.Read(Path.Combine(device, "device")) == Balloon
                    && SystemFile.Read(Path.Combine(device, "features")) is { } features
                    && features.Length > Reporting
                    && features[Reporting] == '1'
                );
    }
}
