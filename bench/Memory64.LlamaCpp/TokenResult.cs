namespace Memory64.LlamaCpp;

/// <summary>What llama.cpp makes of a token.</summary>
/// <param name="Nanoseconds">How long it took.</param>
/// <param name="Logits">One a token of the vocabulary.</param>
public sealed record TokenResult(double Nanoseconds, float[] Logits);
