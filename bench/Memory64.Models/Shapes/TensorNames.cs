namespace Memory64.Models.Shapes;

/// <summary>How the tensors of a llama model are called.</summary>
internal static class TensorNames
{
    public const string Embedding = "token_embd.weight",
        OutputNorm = "output_norm.weight",
        Output = "output.weight",
        RopeFactors = "rope_freqs.weight";

    public static string Of(uint layer, string part) => $"blk.{layer}.{part}.weight";

    /// <summary>The same part of another layer.</summary>
    public static string Moved(string name, uint layer) => Of(layer, name.Split('.')[2]);
}
