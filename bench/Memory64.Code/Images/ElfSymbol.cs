namespace Memory64.Code.Images;

/// <summary>A function in an ELF file.</summary>
/// <param name="Name">As the engine named it.</param>
/// <param name="Start">Offset in the code.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record ElfSymbol(string Name, ulong Start, ulong Bytes);
