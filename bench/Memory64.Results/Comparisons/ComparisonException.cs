namespace Memory64.Results.Comparisons;

/// <summary>Two runs that must not be compared. The message is one line that says why.</summary>
public sealed class ComparisonException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What and why; line breaks, which names out of a file may hold, become spaces.</param>
    public ComparisonException(string message)
        : base(string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c))) { }
}
