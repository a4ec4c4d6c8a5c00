namespace Memory64.Results.Book;

/// <summary>A question in a reader's words, answered in a line: of an <see cref="AnswerPlan"/>, or of the whole book.</summary>
/// <param name="Asked">The question: "What does memory64 cost my program?".</param>
/// <param name="Text">The line, with {0}, {1} and so on: a plan's figures, of each ratio the figure alone, or what the book says of them.</param>
/// <param name="Link">Where the front page says more, in Markdown.</param>
public sealed record FrontQuestion(string Asked, string Text, string Link);
