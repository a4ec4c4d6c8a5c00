namespace Memory64.Results.Book;

/// <summary>A figure of one case in the sentence of an <see cref="AnswerPlan"/>, beside its ratios.</summary>
/// <param name="Title">What it is: "tokens a second of a 13B".</param>
/// <param name="Case">Whose; all its parameters are fixed.</param>
/// <param name="Column">Which figure, in which unit.</param>
public sealed record AnswerValue(string Title, CasePattern Case, PageColumn Column);
