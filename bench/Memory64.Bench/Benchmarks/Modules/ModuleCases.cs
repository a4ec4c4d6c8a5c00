using Memory64.Bench.Benchmarks.Shared;
using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Requirements;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>The cases of <see cref="YourModule"/>: none where no module is named.</summary>
internal static class ModuleCases
{
    /// <summary>The setting that is the default; it stands in no name.</summary>
    public const string NoSetting = "none";

    // Before what is timed its answer is asked for.
    private const int AnswersOfSetup = 1;

    /// <summary>All of them.</summary>
    public static IEnumerable<CaseDescription> Of(Inputs inputs) =>
        ModuleRequest.In(inputs) is { } request
            ? request.Files.SelectMany(file => Of(file, request))
            : [];

    /// <summary>What a setting is told to an engine.</summary>
    public static EngineConfiguration ConfigurationOf(string setting) =>
        setting == NoSetting
            ? EngineConfiguration.Default
            : SettingConfiguration.Of(Enum.Parse<Setting>(setting));

    private static IEnumerable<CaseDescription> Of(ModuleFile file, ModuleRequest request)
    {
        ModuleSide side;
        try
        {
            side = ModuleSide.Of(file, request);
        }
        catch (MeasurementException exception) when (!file.IsNamed)
        {
            return
            [
                Unfit(
                    file,
                    exception.Message.Replace(
                        file.Path,
                        Path.GetFileName(file.Path),
                        StringComparison.Ordinal
                    )
                ),
            ];
        }

        return from memory in side.Memories
            from setting in request.Settings.Prepend(NoSetting)
            from description in Of(side, memory, setting, request)
            select description;
    }

    private static IEnumerable<CaseDescription> Of(
        ModuleSide side,
        ModuleMemory memory,
        string setting,
        ModuleRequest request
    )
    {
        var (owner, guest) = side.With(memory);
        CaseDescription Describe(string method) =>
            new()
            {
                Method = method,
                Values =
                [
                    (nameof(YourModule.Module), side.Module.Name),
                    (nameof(YourModule.Memory), memory),
                    (nameof(YourModule.Setting), setting),
                ],
                Profile = Profile.Standard,
                Sampling = Sampling.Repeated,
                Unit = TimeUnit.Millisecond,
                SetupCalls = AnswersOfSetup,
                NotOnV8 = ReasonNotOnV8(method, owner, setting),
                Guest = guest,
                Settings = ConfigurationOf(setting),
                Input = owner.Input,
                Needs = [new TakenByEngine(guest)],
                Remark =
                    memory == ModuleMemory.memory32 && side.Module.NotWidened is { } reason
                        ? $"not widened: {reason}"
                        : null,
                Controls = [.. ControlsOf(side, memory, setting)],
            };
        return
        [
            request.IsFresh
                ? Describe(nameof(YourModule.RunFresh)) with
                {
                    Sampling = Sampling.Once(warmups: 0, iterations: 2),
                }
                : Describe(nameof(YourModule.Run)),
            Describe(nameof(YourModule.Instantiate)) with
            {
                Unit = TimeUnit.Microsecond,
            },
            Describe(nameof(YourModule.Compile)) with
            {
                Bytes = guest.Wasm.Length,
            },
            Describe(nameof(YourModule.Deserialize)) with
            {
                Unit = TimeUnit.Microsecond,
                Bytes = guest.Wasm.Length,
            },
        ];
    }

    private static string? ReasonNotOnV8(string method, UserModule owner, string setting) =>
        setting != NoSetting ? "these are settings of Wasmtime"
        : owner.Outline.Imports.Count > 0 ? "V8 is given no functions of the host, WASI's neither"
        : method is nameof(YourModule.Run) or nameof(YourModule.RunFresh) ? null
        : method == nameof(YourModule.Instantiate)
            ? "V8 gives an instance back when it collects garbage"
        : "V8 compiles a function when it is first called, not the module";

    // The default first; then the same program with the memories that come after its own.
    private static IEnumerable<Control> ControlsOf(
        ModuleSide side,
        ModuleMemory memory,
        string setting
    ) =>
        (
            setting == NoSetting
                ? []
                : (IEnumerable<Control>)[new("default", (nameof(YourModule.Setting), NoSetting))]
        ).Concat(
            side.Memories.Where(other => other > memory)
                .Select(other => new Control($"{other}", (nameof(YourModule.Memory), other)))
        );

    private static CaseDescription Unfit(ModuleFile file, string reason) =>
        new()
        {
            Method = nameof(YourModule.RunFresh),
            Values =
            [
                (nameof(YourModule.Module), file.Name),
                (nameof(YourModule.Memory), ModuleMemory.memory64),
                (nameof(YourModule.Setting), NoSetting),
            ],
            Profile = Profile.Standard,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Millisecond,
            Needs = [new NoHindrance(reason)],
        };
}
