namespace Memory64.Bench.Guests.Proofs;

/// <summary>A memory isn't what it claims to be: the message names the address, what was expected and what was found.</summary>
public sealed class AssertionException(string message) : Exception(message);
