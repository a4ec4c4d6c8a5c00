using Memory64.Bench.Harness.Loops;

namespace Memory64.Bench.Commands.Explain;

/// <summary>A loop that is shown.</summary>
/// <param name="Engine">The engine that compiled it; of C#, the one beside which it is shown.</param>
/// <param name="Memory">memory64, memory32 or native.</param>
/// <param name="Found">Its code.</param>
internal sealed record ExplainedLoop(string Engine, string Memory, FoundLoop Found);
