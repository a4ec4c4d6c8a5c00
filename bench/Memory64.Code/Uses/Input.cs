using Memory64.Code.Operations;

namespace Memory64.Code.Uses;

/// <summary>A value that a node takes.</summary>
/// <param name="Node">The node that it comes from.</param>
/// <param name="Location">What holds it.</param>
/// <param name="IsAddress">Whether it is a part of the address of an access.</param>
internal readonly record struct Input(int Node, Location Location, bool IsAddress);
