namespace Memory64.Widening;

/// <summary>A module can't be read or widened. The message is one line: what, and where.</summary>
public sealed class WideningException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What, and where.</param>
    public WideningException(string message)
        : base(message) { }
}
