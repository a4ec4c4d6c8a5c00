namespace Memory64.Results.Book;

/// <summary>A sentence that answers what people ask first. It is said only where the rounds bear each of its figures.</summary>
/// <param name="Rank">Its place among the answers, in the order of what people do.</param>
/// <param name="Title">What it is about: "Loads and stores in cache".</param>
/// <param name="Text">The sentence, with {0}, {1} and so on for the figures: those of the questions, then the values.</param>
/// <param name="Questions">What each figure comes from.</param>
public sealed record AnswerPlan(
    int Rank,
    string Title,
    string Text,
    IReadOnlyList<Question> Questions
)
{
    /// <summary>Figures of single cases; none by default.</summary>
    public IReadOnlyList<AnswerValue> Values { get; init; } = [];

    /// <summary>How a front page asks for it; <see langword="null"/> where it doesn't.</summary>
    public FrontQuestion? Front { get; init; }
}
