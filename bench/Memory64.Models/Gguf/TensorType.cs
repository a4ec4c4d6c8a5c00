using System.Diagnostics.CodeAnalysis;

namespace Memory64.Models.Gguf;

/// <summary>How a tensor's weights are stored. Names and numbers are ggml's, as GGUF files have them.</summary>
[SuppressMessage("Naming", "CA1707", Justification = "Q4_K is what everybody calls it")]
public enum TensorType
{
    /// <summary>A float of 32 bits a weight.</summary>
    F32 = 0,

    /// <summary>A float of 16 bits a weight.</summary>
    F16 = 1,

    /// <summary>Four bits a weight, a scale for 32.</summary>
    Q4_0 = 2,

    /// <summary>Eight bits a weight, a scale for 32.</summary>
    Q8_0 = 8,

    /// <summary>Four bits a weight in blocks of 256, each with eight scales and minima of six bits.</summary>
    Q4_K = 12,

    /// <summary>Five bits a weight in blocks of 256, each with eight scales and minima of six bits.</summary>
    Q5_K = 13,

    /// <summary>Six bits a weight in blocks of 256, each with sixteen scales of eight bits.</summary>
    Q6_K = 14,
}
