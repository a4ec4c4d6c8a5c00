namespace Memory64.Results.Book;

/// <summary>What an engine guarantees of a memory, beside what it costs.</summary>
/// <param name="Prefix">How the versions of the engine begin, such as <c>v8@</c>; empty for every other.</param>
/// <param name="Name">What the engine is called.</param>
/// <param name="Text">How it checks addresses, what it does against speculation, how large a memory can be, and how it grows.</param>
public sealed record EngineNote(string Prefix, string Name, string Text);
