using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Running;

namespace Memory64.Bench.Commands.Run;

/// <summary>What the user asked <c>run</c> for.</summary>
internal sealed record RunOptions
{
    /// <summary>What the cases are given from outside.</summary>
    public required Inputs Inputs { get; init; }

    /// <summary>Versions or paths; empty means the default engine.</summary>
    public required IReadOnlyList<string> Engines { get; init; }

    /// <summary>The profile, or <see langword="null"/> where none was named.</summary>
    public required Profile? Profile { get; init; }

    /// <summary>Rounds, or <see langword="null"/> for the profile's own.</summary>
    public required int? Rounds { get; init; }

    /// <summary>How long the run may take, or <see langword="null"/> for what the profile promises.</summary>
    public required TimeSpan? Budget { get; init; }

    /// <summary>Glob patterns; a case that matches one of them is measured.</summary>
    public required IReadOnlyList<string> Filters { get; init; }

    /// <summary>The results folder, or <see langword="null"/> for the checkout's.</summary>
    public required string? Results { get; init; }

    /// <summary>How to list the cases instead of measuring them.</summary>
    public required ListFormat List { get; init; }

    /// <summary>What BenchmarkDotNet is told.</summary>
    public required IReadOnlyList<string> BenchmarkDotNet { get; init; }

    /// <summary>How long a measured process may take.</summary>
    public required RoundLimit TimeLimit { get; init; }

    /// <summary>Whether to drop what an unfinished run left.</summary>
    public required bool Restart { get; init; }

    /// <summary>Whether to go on with an unfinished run; then only the folder and the time limit count.</summary>
    public bool Resume { get; init; }
}
