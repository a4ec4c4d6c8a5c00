namespace Memory64.Bench.Commands.Exits;

/// <summary>The user asked for something that can't be done; the message is the one line that is shown.</summary>
public sealed class UsageException(string message) : Exception(message);
