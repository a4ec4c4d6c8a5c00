namespace Memory64.Models.Gguf;

/// <summary>A tensor and where it lies.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Offset">Of its first byte in the file.</param>
public sealed record PlacedTensor(Tensor Tensor, ulong Offset);
