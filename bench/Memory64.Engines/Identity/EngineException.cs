namespace Memory64.Engines.Identity;

/// <summary>
/// An engine can't be had or can't be trusted. A user's problem, not a bug: the program prints the message and exits with 2.
/// </summary>
/// <param name="message">One line: what is wrong, where, and what to do.</param>
public sealed class EngineException(string message) : Exception(message);
