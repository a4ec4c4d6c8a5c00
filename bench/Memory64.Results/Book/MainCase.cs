namespace Memory64.Results.Book;

/// <summary>A case whose time a reader looks for first, on every engine and every machine.</summary>
/// <param name="Title">What takes that time: "Instantiation of 8 GiB, on demand".</param>
/// <param name="Pattern">Which case; all its parameters are fixed.</param>
public sealed record MainCase(string Title, CasePattern Pattern);
