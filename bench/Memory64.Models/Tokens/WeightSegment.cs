namespace Memory64.Models.Tokens;

/// <summary>A part of a model's file, and where it lies in a memory.</summary>
/// <param name="Offset">Of its first byte in the file: a multiple of 64 KiB, so that any system can map it.</param>
/// <param name="Bytes">How many.</param>
/// <param name="Address">Of its first byte in the memory, as its <see cref="WeightAlignment"/> has it; mostly a multiple of 64 KiB.</param>
public sealed record WeightSegment(ulong Offset, ulong Bytes, ulong Address);
