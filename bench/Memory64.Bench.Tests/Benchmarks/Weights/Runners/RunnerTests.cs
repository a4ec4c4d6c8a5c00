using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Bench.Guests;
using Memory64.Bench.Guests.Proofs;
using Memory64.Bench.Harness.Machines.Memories;
using Memory64.Bench.Tests.Models;
using Memory64.Bench.Tests.Wasmtime;
using Memory64.Models.Gguf;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Memory64.Models.Tokens;
using Xunit;

namespace Memory64.Bench.Tests.Benchmarks.Weights.Runners;

/// <summary>Whoever computes a model, and wherever its weights lie: the logits are the same, bit for bit.</summary>
public sealed unsafe class RunnerTests
{
    private const uint Positions = 5;

    public static TheoryData<TensorType> Types => [.. Enum.GetValues<TensorType>()];

    public static TheoryData<string> Orders => [.. TestModels.Orders.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void All_have_the_same_bits_with_matrices_of_a_type(TensorType type)
    {
        using var file = TestModels.Of(type);
        using var model = new OpenModel(file.Path, sources: null, owner: null);
        CheckAll(model);
    }

    [Fact]
    public void All_have_the_same_bits_with_the_types_that_models_have()
    {
        using var file = SyntheticModel.Write(ModelShapes.Tiny, 2);
        using var model = new OpenModel(file.Path, sources: null, owner: null);
        CheckAll(model);
    }

    [Fact]
    public void A_file_in_huge_pages_gives_the_same_bits()
    {
        Assert.SkipUnless(
            HugePages.ReasonNotToCollapse() is null,
            HugePages.ReasonNotToCollapse() ?? ""
        );
        using var file = SyntheticModel.Write(ModelShapes.Tiny, 2);
        using var model = new OpenModel(file.Path, sources: null, owner: null);
        var plan = TokenPlan.Of(model.Model, Positions);
        using var native = new NativeModel(model, plan);

        using var huge = GuestModel.WithHugePages(
            model,
            ModelTarget.GuestOf(WeightMemory.memory64HugePages),
            EnginesAtHand.DefaultEngine
        );

        Assert.Equal(Logits(model, plan, native), Logits(model, huge.Shard.Plan, huge));
        Assert.True(huge.CollapseTime > TimeSpan.Zero);
    }

    // Its memory is proved before the model is put there: no logits come of a state that wasn't handed over.
    [Fact]
    public void A_guest_that_does_not_hand_over_is_refused()
    {
        using var file = SyntheticModel.Write(ModelShapes.Tiny, 2);
        using var model = new OpenModel(file.Path, sources: null, owner: null);
        var plans = ShardedModel.Plan(model, Positions, ModelTarget.Shards);
        var refusal = Assert.Throws<AssertionException>(() =>
            new ModelOfMemories(
                model,
                plans,
                Guest.Named("faulty-hand-over"),
                EnginesAtHand.DefaultEngine
            )
        );
        Assert.Contains("handed over", refusal.Message, StringComparison.Ordinal);
    }

    // As many layers as three memories don't share evenly, of fewer in the file.
    [Fact]
    public void All_have_the_same_bits_with_layers_that_stand_for_several()
    {
        using var file = SyntheticModel.Write(ModelShapes.Tiny, 2);
        using var model = new OpenModel(file.Path, [0, 3, 1, 0, 7, 3, 1], owner: null);
        CheckAll(model);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void All_have_the_same_bits_in_any_order_of_tensors(string order)
    {
        using var file = SyntheticModel.Write(TestModels.Small, TestModels.Orders[order], seed: 5);
        using var model = new OpenModel(file.Path, sources: null, owner: null);
        CheckAll(model);
    }

    // An embedding that is the output too, with the norms of all layers in one page behind everything, and layers that stand for several.
    [Fact]
    public void All_have_the_same_bits_with_repeated_layers_in_any_order()
    {
        using var file = SyntheticModel.Write(
            TestModels.Small,
            TestModels.Orders["tied, before all norms"],
            seed: 5
        );
        using var model = new OpenModel(file.Path, [2, 0, 2, 1, 1], owner: null);
        CheckAll(model);
    }

    private static void CheckAll(OpenModel model)
    {
        var plan = TokenPlan.Of(model.Model, Positions);
        using var native = new NativeModel(model, plan);
        var expected = Logits(model, plan, native);
        Assert.All(expected, logit => Assert.True(float.IsFinite(logit)));
        foreach (
            var memory in (WeightMemory[])
                [WeightMemory.memory64, WeightMemory.memory64Relaxed, WeightMemory.memory32]
        )
        {
            Check(model, plan, memory, expected);
        }

        foreach (var shards in (int[])[2, 3])
        {
            var plans = ShardedModel.Plan(model, Positions, shards);
            using var instances = new ModelOfInstances(
                model,
                plans,
                ModelTarget.GuestOf(WeightMemory.memory64Shards),
                EnginesAtHand.DefaultEngine
            );
            Assert.Equal(expected, Logits(model, plans[^1], instances));
            using var memories = new ModelOfMemories(
                model,
                plans,
                ModelTarget.GuestOf(WeightMemory.memory64Multi),
                EnginesAtHand.DefaultEngine
            );
            Assert.Equal(expected, Logits(model, plans[^1], memories));
        }

        // Tiles of a row, of some that no number of rows is a multiple of, and of whole matrices.
        var longest = model.Model.File.Tensors.Values.Max(placed => placed.Tensor.RowBytes);
        foreach (var tile in (ulong[])[longest, 7 * longest, 1 << 20])
        {
            Check(
                model,
                TokenPlan.Bridged(model.Model, Positions, tile),
                WeightMemory.bridge,
                expected
            );
        }
    }

    private static void Check(
        OpenModel model,
        TokenPlan plan,
        WeightMemory memory,
        float[] expected
    )
    {
        using var guest = new GuestModel(
            model,
            plan,
            ModelTarget.GuestOf(memory),
            EnginesAtHand.DefaultEngine
        );
        Assert.Equal(expected, Logits(model, plan, guest));
    }

    private static float[] Logits(OpenModel model, TokenPlan plan, IModelRunner runner)
    {
        var logits = new List<float>();
        var token = 1UL;
        for (var position = 0UL; position < Positions; position++)
        {
            token = runner.Token(token, model.Model.Layers.Count, position);
            var count = (int)model.Model.Shape.Vocabulary;
            using var made = runner.View(plan.LogitsAt, (ulong)count * sizeof(float));
            var all = new ReadOnlySpan<float>(made.Data, count).ToArray();
            Assert.Equal(token, (ulong)all.IndexOf(all.Max()));
            logits.AddRange(all);
        }

        return [.. logits];
    }
}
