using Memory64.Widening.Types;

namespace Memory64.Widening.Outlines;

/// <summary>Something that a module imports or exports.</summary>
/// <param name="Module">The first name of an import; empty for an export.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Signature">A function's; <see langword="null"/> for all else.</param>
public sealed record External(string Module, string Name, ExternalKind Kind, Signature? Signature);
