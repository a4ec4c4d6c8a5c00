using Memory64.Bench.Guests;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Results.Units;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>The cases of <see cref="YourModule"/>: none where no module is named.</summary>
internal static class ModuleCases
{
    // Before and after what is timed its answer is asked for.
    private const int AnswersOfSetup = 2;

    public static IEnumerable<CaseDescription> Of(Inputs inputs) =>
        from module in UserModule.All(inputs)
        from memory in module.Memories
        from description in Of(module, memory, ModuleOptions.IsFreshIn(inputs))
        select description;

    private static IEnumerable<CaseDescription> Of(
        UserModule module,
        MemoryKind memory,
        bool isFresh
    ) =>
        [
            isFresh
                ? Of(module, memory, nameof(YourModule.RunFresh)) with
                {
                    Sampling = Sampling.Once(warmups: 1, iterations: 5),
                }
                : Of(module, memory, nameof(YourModule.Run)),
            Of(module, memory, nameof(YourModule.Instantiate)) with
            {
                Unit = TimeUnit.Microsecond,
            },
            Of(module, memory, nameof(YourModule.Compile)) with
            {
                Bytes = module.With(memory).Wasm.Length,
            },
            Of(module, memory, nameof(YourModule.Deserialize)) with
            {
                Unit = TimeUnit.Microsecond,
                Bytes = module.With(memory).Wasm.Length,
            },
        ];

    private static CaseDescription Of(UserModule module, MemoryKind memory, string method) =>
        new()
        {
            Method = method,
            Values =
            [
                (nameof(YourModule.Memory), memory),
                (nameof(YourModule.Module), module.Name),
            ],
            Profile = Profile.Standard,
            Sampling = Sampling.Repeated,
            Unit = TimeUnit.Millisecond,
            SetupCalls = AnswersOfSetup,
            Guest = module.With(memory),
            Input = module.Input,
            Remark = module.NotWidened is { } reason ? $"not widened: {reason}" : null,
            Controls =
                memory == MemoryKind.memory64 && module.Memories.Count > 1
                    ? [new("memory32", (nameof(YourModule.Memory), MemoryKind.memory32))]
                    : [],
        };
}
