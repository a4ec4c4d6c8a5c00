using System.Runtime.InteropServices;

namespace Memory64.Models.Gguf;

/// <summary>The smallest part of a tensor that stands for itself: so many weights in so many bytes.</summary>
/// <remarks>The layouts are those of ggml's <c>ggml-common.h</c>.</remarks>
/// <param name="Weights">How many; a row is a whole number of blocks.</param>
/// <param name="Bytes">What they take.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TensorBlock(uint Weights, uint Bytes)
{
    /// <summary>The block of a type; <see langword="null"/> for a number that stands for none of those that this library reads.</summary>
    public static TensorBlock? Of(TensorType type) =>
        type switch
        {
            TensorType.F32 => new(1, 4),
            TensorType.F16 => new(1, 2),
            TensorType.Q4_0 => new(32, 18),
            TensorType.Q8_0 => new(32, 34),
            TensorType.Q4_K => new(256, 144),
            TensorType.Q5_K => new(256, 176),
            TensorType.Q6_K => new(256, 210),
            _ => null,
        };
}
