namespace Memory64.Code.Printed;

/// <summary>A function in a <see cref="PrintedModule"/>.</summary>
/// <param name="Start">Address of its first instruction.</param>
/// <param name="Code">Its instructions' bytes.</param>
internal sealed record PrintedFunction(ulong Start, byte[] Code);
