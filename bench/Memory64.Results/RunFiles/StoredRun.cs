namespace Memory64.Results.RunFiles;

/// <summary>A run file and where it lies.</summary>
/// <param name="Machine">The name of its folder.</param>
/// <param name="Engine">Its file name without extension.</param>
/// <param name="Run">What it holds.</param>
public sealed record StoredRun(string Machine, string Engine, RunFile Run);
