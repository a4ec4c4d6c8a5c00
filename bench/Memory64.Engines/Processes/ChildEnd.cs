namespace Memory64.Engines.Processes;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">With which it ended.</param>
/// <param name="Output">What it wrote to standard output; empty where that wasn't redirected.</param>
/// <param name="Error">What it wrote to standard error, likewise.</param>
public sealed record ChildEnd(int ExitCode, string Output, string Error);
