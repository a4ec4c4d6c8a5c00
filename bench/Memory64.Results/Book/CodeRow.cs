namespace Memory64.Results.Book;

/// <summary>A case whose code is shown engine by engine, for all cases that run the same loop.</summary>
/// <param name="Title">What the loop does: "Read of 8 bytes, memory32".</param>
/// <param name="Pattern">Which case; all its parameters are fixed.</param>
public sealed record CodeRow(string Title, CasePattern Pattern);
