namespace Memory64.Results.Comparisons;

/// <summary>Two runs that must not be compared. The message is one line that says why.</summary>
public sealed class ComparisonException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line.</param>
    public ComparisonException(string message)
        : base(message) { }
}
