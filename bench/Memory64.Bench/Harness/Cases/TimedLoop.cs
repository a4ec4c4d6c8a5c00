namespace Memory64.Bench.Harness.Cases;

/// <summary>The loop in which a case spends its time: where its machine code is found, in a guest and in C#.</summary>
/// <param name="Function">What the guest exports the kernel as.</param>
/// <param name="Operations">Operations (accesses, words, blocks) that one iteration of its innermost loop makes; 1 or more.</param>
/// <param name="Native">
/// The static C# method that has the same loop. The runtime must compile it once and for all, with all optimisations, so that every
/// process has the same code.
/// </param>
public sealed record TimedLoop(string Function, int Operations, Delegate Native);
