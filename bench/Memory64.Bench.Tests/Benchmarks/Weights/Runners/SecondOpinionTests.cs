using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Tests.Models;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Models.Gguf;
using Memory64.Models.Tokens;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Weights.Runners;

public sealed class SecondOpinionTests
{
    [Theory]
    [InlineData(WeightMemory.native)]
    [InlineData(WeightMemory.memory64)]
    [InlineData(WeightMemory.memory64Multi)]
    [InlineData(WeightMemory.bridge)]
    public void Agrees_to_what_is_right_and_to_nothing_else(WeightMemory memory)
    {
        using var file = TestModels.Of(TensorType.Q4_K);
        using var model = new OpenModel(file.Path, sources: null, owner: null);
        var plan = TokenPlan.Of(model.Model, context: 1);
        using var runner = new NativeModel(model, plan);
        var answer = new FirstToken(runner, model.Model, plan).Answer;

        SecondOpinion.Check(model, memory, answer, () => EnginesAtHand.DefaultEngine);

        var refusal = Assert.Throws<AssertionException>(() =>
            SecondOpinion.Check(model, memory, answer ^ 1, () => EnginesAtHand.DefaultEngine)
        );
        Assert.Contains(
            $"expected 0x{answer:X}, found 0x{answer ^ 1:X}",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    // A layer that errs gives another token, and that is what is compared.
    [Fact]
    public void What_errs_is_refused()
    {
        using var file = TestModels.Of(TensorType.Q4_K);
        using var model = new OpenModel(file.Path, sources: null, owner: null);
        var plan = TokenPlan.Of(model.Model, context: 1);
        using var runner = new DamagedRunner(new NativeModel(model, plan)) { Damaged = 1 };
        var answer = new FirstToken(runner, model.Model, plan).Answer;

        Assert.Throws<AssertionException>(() =>
            SecondOpinion.Check(
                model,
                WeightMemory.native,
                answer,
                () => EnginesAtHand.DefaultEngine
            )
        );
    }

    [Fact]
    public void Is_asked_of_csharp_always()
    {
        Assert.True(
            ModelTarget.AsksAnother(ModelSource.Named("Tiny", Inputs.None), WeightMemory.native)
        );
        Assert.False(
            ModelTarget.AsksAnother(ModelSource.Named("Tiny", Inputs.None), WeightMemory.memory64)
        );
    }

    [Theory]
    [InlineData(WeightMemory.native)]
    [InlineData(WeightMemory.memory64)]
    public void Whoever_is_alone_passes_it(WeightMemory memory)
    {
        using var target = new ModelTarget(
            OpenModel.Of(ModelSource.Named("Tiny", Inputs.None), Inputs.None),
            memory,
            () => EnginesAtHand.DefaultEngine,
            asksAnother: true
        );
        target.Check();
    }
}
