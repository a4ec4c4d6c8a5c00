using Memory64.Bench.Harness.Machines;
using Memory64.Engines;
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
