namespace Memory64.Results.Book;

/// <summary>How often a second holds an operation, where readers know that better than its time.</summary>
/// <param name="Method">Whose operations.</param>
/// <param name="Header">The heading: "Tokens/s".</param>
public sealed record RateColumn(string Method, string Header);
