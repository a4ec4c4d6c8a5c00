using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Machines.Noise;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly ProgramProcess _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Says_what_this_machine_can_measure_and_what_will_make_it_noisy()
    {
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "The package has no library for musl.");
        var machine = MachineProbe.Read();

        var doctor = _program.Run("doctor");

        doctor.AssertSuccess();
        Assert.StartsWith(
            $"{machine.Id}: {machine.Cpu}",
            doctor.Lines[0],
            StringComparison.Ordinal
        );
        Assert.Contains(doctor.Lines, line => line.StartsWith("full: ", StringComparison.Ordinal));
        Assert.Equal(
            NoiseProbe
                .Find(machine)
                .Count(noise => !noise.StartsWith("load ", StringComparison.Ordinal)),
            doctor.Lines.Count(line =>
                line.StartsWith("noise: ", StringComparison.Ordinal)
                && !line.StartsWith("noise: load ", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void Names_the_limit_on_address_space_and_what_it_leaves_no_room_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux holds mappings to this limit.");
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "The package has no library for musl.");

        var doctor = _program.RunWithin("ulimit -v 8388608", "doctor");

        doctor.AssertSuccess();
        Assert.Contains(
            doctor.Lines,
            line =>
                line.StartsWith(
                    "this process: 8.0 GiB of address space (ulimit -v), of which this program itself has ",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            doctor.Lines,
            line =>
                line.Contains(
                    "leave no room for a memory of 8.0 GiB and what the engine reserves around it: ",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Names_the_same_machine_and_the_limit_of_a_process_that_may_use_less()
    {
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "The package has no library for musl.");
        var machine = MachineProbe.Read();

        var doctor = _program.RunWith(("DOTNET_GCHeapHardLimit", "0x20000000"), "doctor");

        Assert.StartsWith($"{machine.Id}: ", doctor.Lines[0], StringComparison.Ordinal);
        Assert.Contains(
            doctor.Lines,
            line =>
                line.StartsWith("this process: 0.5 GiB for .NET's own", StringComparison.Ordinal)
        );
    }
}
