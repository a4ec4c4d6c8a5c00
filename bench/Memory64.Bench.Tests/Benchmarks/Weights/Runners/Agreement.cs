using Memory64.Bench.Benchmarks.Weights.Anchor;
using Memory64.Bench.Benchmarks.Weights.Runners;
using Memory64.Bench.Benchmarks.Weights.Sources;
using Memory64.Models.Synthesis;
using Memory64.Models.Tokens;

namespace Memory64.Bench.Tests.Benchmarks.Weights.Runners;

/// <summary>
/// How far what C# computes of a file is from what llama.cpp makes of it: the mean square of the difference over that of the logits
/// (NMSE), for each position. Two right passes whose matrices are of floats of 32 bits differ by 1e-14 to 1e-13.
/// </summary>
internal static unsafe class Agreement
{
    /// <summary>More than roundings, and less than any fault that was ever found.</summary>
    public const double Most = 1e-11;

    // Other tokens than llama.cpp's likeliest, so that a wrong one doesn't make the positions after it differ.
    private static readonly ulong[] Tokens = [1, 8, 15, 22];

    public static IReadOnlyList<double> ByPosition(ModelFile file)
    {
        using var model = new OpenModel(file.Path, sources: null, owner: null);
        var plan = TokenPlan.Of(model.Model, (uint)Tokens.Length);
        using IModelRunner native = new NativeModel(model, plan);
        using var llama = new LlamaCppProcess(file.Path, repacks: false);
        var differences = new List<double>();
        foreach (var (position, token) in Tokens.Index())
        {
            _ = native.Token(token, model.Model.Layers.Count, (ulong)position);
            _ = llama.Token(token, (ulong)position);
            var expected = llama.Logits();
            using var logits = native.View(plan.LogitsAt, (ulong)expected.Length * sizeof(float));
            var found = new ReadOnlySpan<float>(logits.Data, expected.Length);
            var (difference, size) = (0.0, 0.0);
            for (var i = 0; i < expected.Length; i++)
            {
                difference += Math.Pow((double)expected[i] - found[i], 2);
                size += Math.Pow(expected[i], 2);
            }

            differences.Add(difference / size);
        }

        return differences;
    }
}
