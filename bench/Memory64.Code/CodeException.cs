namespace Memory64.Code;

/// <summary>Machine code can't be read. A user's problem, not a bug: the program prints the message and exits with 2.</summary>
/// <param name="message">One line: what is wrong, and where.</param>
/// <param name="inner">What found it, if anything did.</param>
public sealed class CodeException(string message, Exception? inner = null)
    : Exception(message, inner);
