namespace Memory64.Bench.Guests;

/// <summary>An engine in a process of its own can't be started, refuses a guest, or has ended.</summary>
public sealed class GuestEngineException(string message, Exception? inner = null)
    : Exception(message, inner);
