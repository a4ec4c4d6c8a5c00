using BenchmarkDotNet.Configs;
using Memory64.Bench.Commands.Options;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Commands.Sessions;
using Memory64.Bench.Harness.Records;
using Memory64.Engines.Identity;

namespace Memory64.Bench.Commands.Run;

/// <summary><c>run</c>: lists cases, begins a run, or goes on with one.</summary>
internal sealed class RunCommand(Screen screen, RunOptions options, Func<EngineBuild, bool> verify)
{
    public int Execute()
    {
        var userConfig = UserConfig.Parse(options.BenchmarkDotNet);
        using var session = new Session();
        if (options.Resume)
        {
            return new StoppedRun(session, screen, ResultsFolder.Of(options.Results)).GoOn(told =>
                Sitting(UserConfig.Parse(told))
            );
        }

        var choice = new CaseChoice(options, userConfig);
        var cases = choice.Cases();
        return options.List == ListFormat.Disabled
            ? new NewRun(session, options, userConfig, verify).Measure(
                Sitting(userConfig),
                cases,
                choice.IsFiltered
            )
            : CaseList.Write(screen, cases, options.List, () => Details(session));
    }

    private RunSitting Sitting(IConfig userConfig) => new(screen, options.TimeLimit, userConfig);

    private CaseDetails Details(Session session)
    {
        var folder = ResultsFolder.Of(options.Results);
        return new(
            folder,
            session.MachineIn(folder).Id,
            options.Engines.FirstOrDefault(engine => !string.IsNullOrWhiteSpace(engine))
                ?? SuiteVersion.WasmtimePackage
        );
    }
}
