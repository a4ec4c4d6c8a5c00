namespace Memory64.Results.RunFiles;

/// <summary>Something in a run file that its schema does not allow.</summary>
/// <param name="Property">Where, as a JSON path.</param>
/// <param name="Text">What is wrong and what to do.</param>
internal sealed record RunFileProblem(string Property, string Text);
