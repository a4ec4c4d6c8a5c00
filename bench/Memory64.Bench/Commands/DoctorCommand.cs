using System.CommandLine;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines.Limits;
using Memory64.Bench.Harness.Machines.Noise;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;
using Memory64.Results.Units;
using Profile = Memory64.Bench.Harness.Cases.Profile;

namespace Memory64.Bench.Commands;

/// <summary><c>doctor</c>: what this machine can measure, what will be skipped and why, what will make it noisy.</summary>
internal static class DoctorCommand
{
    public static Command Build(Screen screen)
    {
        var engine = CommonOptions.Engine();
        var command = new Command(
            "doctor",
            "Say what this machine can measure, what it must skip and why, and what will make it noisy."
        )
        {
            engine,
        };
        command.SetAction(parsed => Execute(screen, EngineLocator.Find(parsed.GetValue(engine))));
        return command;
    }

    private static int Execute(Screen screen, EngineBuild engine)
    {
        using var session = new Session();
        var machine = session.Machine;
        var available = AvailableMemory.Bytes();
        screen.Line(
            $"{machine.Id}: {machine.Cpu}, {machine.LogicalCores} cores, {machine.Os}, kernel {machine.Kernel}"
        );
        screen.Line(
            $"processor: {machine.Processor?.ToString() ?? "it doesn't tell what it is"}; caches: {CacheText(machine.L1dBytes)} of first-level data, {CacheText(machine.LastLevelCacheBytes)} of the last level"
        );
        screen.Line(
            $"memory: {MemoryText.GiB(machine.MemoryBytes)}, {MemoryText.GiB(available)} available"
        );
        foreach (var limit in ProcessLimits.Find(machine))
        {
            screen.Line($"this process: {limit}");
        }

        screen.Line($"engine: {EngineLocator.Describe(engine)}");

        var run = new PlannedEngine(engine.Version, engine);
        var catalog = new CaseCatalog(Inputs.None);
        foreach (var profile in Enum.GetValues<Profile>())
        {
            var cases = catalog
                .All.Where(measured => measured.Description.Profile <= profile)
                .ToList();
            var plan = session.Plan(profile, 1, [run], cases);
            screen.Line(
                $"{profile.ToString().ToLowerInvariant()}: {plan.Measured.Count()} of {plan.Cases.Count} cases can be measured"
            );
            SkipList.Write(screen, plan);
        }

        foreach (var noise in NoiseProbe.Find(machine))
        {
            screen.Line($"noise: {noise}");
        }

        return ExitCode.Success;
    }

    private static string CacheText(long bytes) =>
        bytes == 0 ? "an unknown size" : Scale.Memory.Choose(bytes).Text(bytes);
}
