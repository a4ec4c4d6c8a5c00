using Memory64.Bench.Guests;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Rooms;
using Memory64.Wasmtime;

namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>That a user's module answers, and with each of its memories alike; what it answers is what is found.</summary>
internal sealed class ModuleVerifier : IRoomVerifier
{
    /// <inheritdoc/>
    public IEnumerable<(string Name, Func<WasmtimeLibrary, string> Check)> ChecksOf(
        Inputs inputs
    ) =>
        ModuleRequest.In(inputs) is { } request
            ? request.Files.Select(file =>
                (
                    $"{file.Name}: {request.Invocation}",
                    (Func<WasmtimeLibrary, string>)(
                        library => AnswerOf(ModuleSide.Of(file, request), request, library)
                    )
                )
            )
            : [];

    private static string AnswerOf(ModuleSide side, ModuleRequest request, WasmtimeLibrary library)
    {
        List<ModuleAnswer> answers = [];
        foreach (var memory in side.Memories)
        {
            using var target = new ModuleTarget(
                side,
                memory,
                request,
                EngineConfiguration.Default,
                library
            );
            answers.Add(target.Answer);
            if (target.Answer.DifferenceFrom(answers[0]) is { } difference)
            {
                throw new MeasurementException(
                    $"{memory} does not answer as {side.Memories[0]} does: it {difference}"
                );
            }
        }

        var left = side.Module.NotWidened is { } reason ? $"; not widened: {reason}" : "";
        return $"{answers[0]}, with {string.Join(", ", side.Memories)}{left}";
    }
}
