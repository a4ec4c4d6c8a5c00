using Memory64.Engines;

namespace Memory64.Bench.Harness.Measuring;

/// <summary>One engine's part of a measurement.</summary>
/// <param name="Id">Names it in jobs, progress and files: its version.</param>
/// <param name="Build">The library and where it came from.</param>
public sealed record EngineRun(string Id, EngineBuild Build);
