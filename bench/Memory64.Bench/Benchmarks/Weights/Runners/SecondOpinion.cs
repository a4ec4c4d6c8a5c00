using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Engines.Identity;

namespace Memory64.Bench.Benchmarks.Weights.Runners;

/// <summary>
/// What is measured alone has no other side that computes the same, so its first token is computed once more in another way, bit for bit
/// the same: C#'s by a guest for which a bridge reads rows where the file has them (by one that has a copy, where the engine is given no
/// bridge), and a guest's by C#.
/// </summary>
internal static class SecondOpinion
{
    /// <summary>Computes it and compares.</summary>
    /// <param name="model">The model.</param>
    /// <param name="memory">Where the weights lie of which the first token was made.</param>
    /// <param name="answer">See <see cref="FirstToken.Answer"/>.</param>
    /// <param name="engine">The engine under test.</param>
    /// <exception cref="AssertionException">It comes to something else.</exception>
    public static void Check(
        OpenModel model,
        WeightMemory memory,
        ulong answer,
        Func<IGuestEngine> engine
    )
    {
        var other =
            memory != WeightMemory.native ? WeightMemory.native
            : engine().Kind == EngineKind.Wasmtime ? WeightMemory.bridge
            : WeightMemory.memory64;
        var plan = ModelTarget.PlansOf(model, other)[0];
        using IModelRunner runner =
            other == WeightMemory.native
                ? new NativeModel(model, plan)
                : new GuestModel(model, plan, ModelTarget.GuestOf(other), engine());
        Expect.Equal(
            $"hash of the first token's logits, where {other} computes them too",
            plan.LogitsAt,
            new FirstToken(runner, model.Model, plan).Answer,
            answer
        );
    }
}
