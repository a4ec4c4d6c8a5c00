namespace Memory64.Results.Book;

/// <summary>Something a reader wants to know: what one kind of case costs against another that differs in one respect.</summary>
/// <param name="Title">The question, with the numerator named first: "16 GiB against 8 GiB, instantiation".</param>
/// <param name="Over">The numerator of the ratio.</param>
/// <param name="Under">The denominator of the ratio.</param>
public sealed record Question(string Title, CasePattern Over, CasePattern Under)
{
    /// <summary>Whether it stands where there is room for a few only: on the project's README, and first on a machine's page.</summary>
    public bool IsMain { get; init; }

    /// <summary>Whether engines of different makers are set side by side by it.</summary>
    public bool IsOfEngines { get; init; }

    /// <summary>The same question, by which engines of different makers are set side by side.</summary>
    public Question AcrossEngines() => this with { IsOfEngines = true };

    /// <summary>The same question as a main one.</summary>
    public Question AsMain() => this with { IsMain = true };
}
