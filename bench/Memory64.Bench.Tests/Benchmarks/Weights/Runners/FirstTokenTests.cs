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

public sealed class FirstTokenTests
{
    private const int Layers = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(Layers + 1)]
    public void Parts_of_one_token_are_checked_as_they_stand(int parts)
    {
        Use(
            (first, runner) =>
            {
                Compute(first, parts);
                var calls = runner.Calls;
                first.Check();

                Assert.Equal(calls, runner.Calls);
            }
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Layers + 2)]
    public void Else_the_whole_token_is_computed_again(int parts)
    {
        Use(
            (first, runner) =>
            {
                Compute(first, parts);
                var calls = runner.Calls;
                first.Check();

                Assert.Equal(calls + Layers + 1, runner.Calls);
            }
        );
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    [InlineData(Layers + 1, 2)]
    [InlineData(Layers + 2, 2)]
    public void A_part_that_gives_something_else_is_refused(int parts, int damaged)
    {
        Use(
            (first, runner) =>
            {
                runner.Damaged = damaged;
                Compute(first, parts);

                Assert.Throws<AssertionException>(first.Check);
            }
        );
    }

    [Fact]
    public void First_parts_alone_are_computed_over_and_over_and_checked()
    {
        Use(
            most: 2,
            (first, runner) =>
            {
                Assert.Equal(Layers + 1, first.Parts);
                Assert.Equal(2, runner.Calls);
                Compute(first, 5);
                first.Check();
                Assert.Equal(2 + 5 + 2, runner.Calls);
                runner.Damaged = 1;
                Compute(first, 2);

                Assert.Throws<AssertionException>(first.Check);
            }
        );
    }

    [Fact]
    public void Their_answer_is_the_state_after_the_last_of_them()
    {
        List<ulong> answers = [];
        for (var most = 1; most <= Layers + 2; most++)
        {
            Use(most, (first, _) => answers.Add(first.Answer));
        }

        Assert.Equal(Layers + 1, answers.Distinct().Count());
        Assert.Equal(answers[^2], answers[^1]);
    }

    // Wherever a shard has its state.
    [Theory]
    [InlineData(WeightMemory.memory64)]
    [InlineData(WeightMemory.memory64Shards)]
    [InlineData(WeightMemory.memory64Multi)]
    [InlineData(WeightMemory.bridge)]
    [InlineData(WeightMemory.native)]
    public void Each_part_is_what_it_was_at_first(WeightMemory memory)
    {
        for (var parts = 1; parts <= 9; parts++)
        {
            using var target = new ModelTarget(
                OpenModel.Of(ModelSource.Named("Tiny", Inputs.None), Inputs.None),
                memory,
                () => EnginesAtHand.DefaultEngine,
                asksAnother: false
            );
            for (var part = 0; part < parts; part++)
            {
                target.Part();
            }

            target.Check();
        }
    }

    private static void Use(Action<FirstToken, DamagedRunner> use) => Use(int.MaxValue, use);

    private static void Use(int most, Action<FirstToken, DamagedRunner> use)
    {
        using var file = TestModels.Of(TensorType.Q4_K);
        using var model = new OpenModel(file.Path, sources: null, owner: null);
        var plan = TokenPlan.Of(model.Model, context: 1);
        using var runner = new DamagedRunner(new NativeModel(model, plan));
        use(new FirstToken(runner, model.Model, plan, most), runner);
    }

    private static void Compute(FirstToken first, int parts)
    {
        for (var part = 0; part < parts; part++)
        {
            first.ComputePart();
        }
    }
}
