using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Running;
using Memory64.Engines;
using Spectre.Console;
using Profile = Memory64.Bench.Harness.Cases.Profile;

namespace Memory64.Bench.Commands;

/// <summary><c>doctor</c>: what this machine can measure, what will be skipped and why, what will make it noisy.</summary>
internal static class DoctorCommand
{
    private const double GiB = 1L << 30;

    public static int Execute(IAnsiConsole console, EngineBuild engine)
    {
        var machine = MachineProbe.Read();
        var available = AvailableMemory.Bytes();
        console.WriteLine(
            $"{machine.Id}: {machine.Cpu}, {machine.LogicalCores} cores, {machine.Os}, kernel {machine.Kernel}"
        );
        console.WriteLine(
            $"memory: {machine.MemoryBytes / GiB:0.0} GiB, {available / GiB:0.0} GiB available"
        );
        foreach (var limit in ProcessLimits.Find(machine))
        {
            console.WriteLine($"this process: {limit}");
        }

        console.WriteLine($"engine: {EngineLocator.Describe(engine)}");

        var run = new EngineRun(engine.Version, engine);
        var trial = new SettingsTrial(SelfProcess.Try);
        foreach (var profile in Enum.GetValues<Profile>())
        {
            var cases = CaseCatalog
                .All.Where(measured => measured.Description.Profile <= profile)
                .ToList();
            var plan = MeasurementPlan.Create(
                profile,
                1,
                [run],
                cases,
                SuiteVersion.WasmtimePackage,
                available,
                AvailableMemory.CommittableBytes(),
                trial.Refusal
            );
            console.WriteLine(
                $"{profile.ToString().ToLowerInvariant()}: {plan.Measured.Count()} of {cases.Count} cases can be measured"
            );
            SkipList.Write(console, plan);
        }

        foreach (var noise in NoiseProbe.Find(machine))
        {
            console.WriteLine($"noise: {noise}");
        }

        return ExitCode.Success;
    }
}
