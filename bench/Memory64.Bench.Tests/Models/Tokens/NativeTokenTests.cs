using Memory64.Bench.Benchmarks.Weights.Anchor;
using Memory64.Models.Gguf;
using Memory64.Models.Llama;
using Memory64.Models.Shapes;
using Memory64.Models.Synthesis;
using Memory64.Models.Tokens;
using Xunit;

namespace Memory64.Bench.Tests.Models.Tokens;

/// <summary>
/// The computation against the formulas, and both against llama.cpp. What differs is given as the mean square of the difference over
/// the mean square of the logits (NMSE), over all positions: one position alone would miss how positions turn.
/// </summary>
public sealed unsafe class NativeTokenTests
{
    private static readonly int[] Tokens = [1, 8, 15, 22, 29, 36, 43, 50];

    public static TheoryData<ReferenceFault, double, double> Faults =>
        new()
        {
            // Floats of 32 bits leave only roundings.
            { ReferenceFault.None, 0, 1e-11 },
            { ReferenceFault.RopePairs, 1e-2, 10 },
            { ReferenceFault.HeadMapping, 1e-2, 10 },
            { ReferenceFault.GateAndUpSwapped, 1e-2, 10 },
            { ReferenceFault.Epsilon, 1e-6, 10 },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_token_is_what_the_formulas_say(ReferenceFault fault, double least, double most)
    {
        using var file = TestModels.Of(TensorType.F32);

        Assert.InRange(Difference(ByFormulas(file, fault), Computed(file)), least, most);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_formulas_say_what_llama_cpp_says(
        ReferenceFault fault,
        double least,
        double most
    )
    {
        using var file = TestModels.Of(TensorType.F32);

        Assert.InRange(Difference(ByFormulas(file, fault), ByLlamaCpp(file)), least, most);
    }

    /// <summary>
    /// With this seed no number lies so near the middle of two that one rounds it up and the other down; most seeds have one.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_token_of_a_quantized_model_is_llama_cpps_own(bool repacks)
    {
        using var file = SyntheticModel.Write(ModelShapes.Tiny, seed: 4);

        Assert.InRange(Difference(Expected(ByLlamaCpp(file, repacks)), Computed(file)), 0, 1e-10);
    }

    /// <summary>
    /// Every type as ggml has it. llama.cpp rounds scales of numbers to 16 bits for Q4_0 and Q8_0, and whole vectors for F16: that much
    /// is different, where a bit in the wrong place would change everything.
    /// </summary>
    [Theory]
    [InlineData(TensorType.F32, 1e-11)]
    [InlineData(TensorType.F16, 1e-5)]
    [InlineData(TensorType.Q4_0, 1e-3)]
    [InlineData(TensorType.Q8_0, 1e-3)]
    [InlineData(TensorType.Q4_K, 1e-3)]
    [InlineData(TensorType.Q5_K, 1e-3)]
    [InlineData(TensorType.Q6_K, 1e-3)]
    public void A_token_of_a_model_of_one_type_is_near_llama_cpps_own(TensorType type, double most)
    {
        using var file = TestModels.Of(type);

        Assert.InRange(Difference(Expected(ByLlamaCpp(file)), Computed(file)), 0, most);
    }

    private static double Difference(
        IReadOnlyList<double[]> expected,
        IReadOnlyList<float[]> found
    ) =>
        expected.Zip(found, (a, b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum()).Sum()
        / expected.Sum(a => a.Sum(x => x * x));

    private static List<double[]> Expected(IReadOnlyList<float[]> logits) =>
        [.. logits.Select(position => position.Select(logit => (double)logit).ToArray())];

    private static List<float[]> ByLlamaCpp(ModelFile file, bool repacks = false)
    {
        var logits = new List<float[]>();
        using var llama = new LlamaCppProcess(file.Path, repacks);
        foreach (var (position, token) in Tokens.Index())
        {
            _ = llama.Token((ulong)token, (ulong)position);
            logits.Add(llama.Logits());
        }

        return logits;
    }

    private static List<double[]> ByFormulas(ModelFile file, ReferenceFault fault)
    {
        var reference = new ReferenceToken(
            LlamaModel.Of(GgufFile.Read(file.Path)),
            File.ReadAllBytes(file.Path),
            fault
        );
        return [.. Tokens.Select(reference.Logits)];
    }

    private static List<float[]> Computed(ModelFile file)
    {
        var model = LlamaModel.Of(GgufFile.Read(file.Path));
        var plan = TokenPlan.Of(model, (uint)Tokens.Length);
        var memory = GC.AllocateArray<byte>((int)plan.MemoryBytes, pinned: true);
        var bytes = File.ReadAllBytes(file.Path);
        foreach (var segment in plan.Segments)
        {
            bytes
                .AsSpan((int)segment.Offset, (int)segment.Bytes)
                .CopyTo(memory.AsSpan((int)segment.Address));
        }

        var logits = new List<float[]>();
        fixed (byte* start = memory)
        {
            plan.WriteTo(start, []);
            var computation = new NativeToken(start, plan);
            foreach (var (position, token) in Tokens.Index())
            {
                computation.Embed((ulong)token);
                for (var layer = 0; layer < model.Layers.Count; layer++)
                {
                    computation.Layer(layer, (ulong)position);
                }

                _ = computation.Output();
                logits.Add(
                    new ReadOnlySpan<float>(
                        start + plan.LogitsAt,
                        (int)model.Shape.Vocabulary
                    ).ToArray()
                );
            }
        }

        return logits;
    }
}
