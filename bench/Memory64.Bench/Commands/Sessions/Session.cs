using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Harness.Requirements;
using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Bench.Commands.Sessions;

/// <summary>
/// What a command measures in: this machine, this build of the program, its engines, and what must not be shared meanwhile.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly SettingsTrial _trial = new(SelfProcess.Try);
    private readonly Stack<RunLock> _locks = [];
    private readonly Dictionary<string, RunMachine> _named = new(StringComparer.Ordinal);

    /// <summary>This machine.</summary>
    public RunMachine Machine => field ??= MachineProbe.Read();

    /// <summary>This machine as a results folder names it: see <see cref="RunFolder.Named"/>.</summary>
    /// <param name="folder">The folder; <see langword="null"/> where nothing is recorded.</param>
    /// <exception cref="RunFileException">A run file of this machine can't be read.</exception>
    public RunMachine MachineIn(string? folder)
    {
        if (folder is null)
        {
            return Machine;
        }

        if (!_named.TryGetValue(folder, out var named))
        {
            // It reads a run file of megabytes.
            named = new RunFolder(folder).Named(Machine);
            _named.Add(folder, named);
        }

        return named;
    }

    /// <summary>This build of the program.</summary>
    public RunSuite Suite => field ??= SuiteVersion.Read();

    // Memory is asked for anew: it is less once something is alive.
    private Surroundings Here => Surroundings.OfMachine() with { NoRoom = _trial.NoRoom };

    /// <summary>The engines that a user names, or the default one, each with a name of its own.</summary>
    /// <param name="texts">What <see cref="ChosenEngine.NameAll"/> takes.</param>
    /// <param name="folder">
    /// The results folder whose run files of this machine have their engines' names already; <see langword="null"/> where nothing is
    /// recorded.
    /// </param>
    /// <exception cref="UsageException">One can't be understood.</exception>
    /// <exception cref="EngineException">One isn't there.</exception>
    /// <exception cref="RunFileException">A run file can't be read.</exception>
    public IReadOnlyList<PlannedEngine> Engines(IReadOnlyList<string> texts, string? folder = null)
    {
        var machine = MachineIn(folder).Id;
        return ChosenEngine.NameAll(
            texts,
            id =>
                folder is not null
                && new RunFolder(folder).RunPath(machine, id) is var path
                && File.Exists(path)
                    ? RunFile.Load(path).Engine.Sha256
                    : null
        );
    }

    /// <summary>See <see cref="SettingsTrial.Refusal"/>.</summary>
    public string? Refusal(PlannedEngine engine, EngineConfiguration settings) =>
        _trial.Refusal(engine, settings);

    /// <summary>Plans cases on engines, as this machine is now: see <see cref="MeasurementPlan.Create"/>.</summary>
    public MeasurementPlan Plan(
        Profile profile,
        int rounds,
        IReadOnlyList<PlannedEngine> engines,
        IReadOnlyList<Case> cases
    ) => MeasurementPlan.Create(profile, rounds, engines, cases, Here, _trial.Refusal);

    /// <summary>Plans duels alone: see <see cref="MeasurementPlan.OfDuels"/>.</summary>
    public MeasurementPlan PlanDuels(
        IReadOnlyList<(PlannedEngine Base, PlannedEngine New)> pairs,
        IReadOnlyList<Case> cases
    ) => MeasurementPlan.OfDuels(pairs, cases, Here, _trial.Refusal);

    /// <summary>Keeps other runs from writing to a results folder until the session ends.</summary>
    /// <param name="folder">An existing folder that can be written.</param>
    /// <exception cref="MeasurementException">Another run holds it, or it can't be locked.</exception>
    public void Claim(string folder) => _locks.Push(RunLock.OfResults(folder));

    /// <summary>Keeps other runs of this program from measuring until the session ends.</summary>
    /// <exception cref="MeasurementException">Another one does, or the program's folder can't be locked.</exception>
    public void BeAlone() => _locks.Push(RunLock.OfProgram(AppContext.BaseDirectory));

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_locks.TryPop(out var held))
        {
            held.Dispose();
        }
    }
}
