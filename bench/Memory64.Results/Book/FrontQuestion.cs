namespace Memory64.Results.Book;

/// <summary>A question in a reader's words, with the figures of an <see cref="AnswerPlan"/> in a line.</summary>
/// <param name="Asked">The question: "What does memory64 cost my program?".</param>
/// <param name="Text">The line, with the plan's {0}, {1} and so on; of each ratio it has the figure alone.</param>
/// <param name="Link">Where the front page says more, in Markdown.</param>
public sealed record FrontQuestion(string Asked, string Text, string Link);
