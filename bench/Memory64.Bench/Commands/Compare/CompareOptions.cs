using Memory64.Bench.Commands.Options;
using Memory64.Results.Relations;

namespace Memory64.Bench.Commands.Compare;

/// <summary>What the user asked <c>compare</c> for.</summary>
internal sealed record CompareOptions
{
    /// <summary>What is compared with: run file, machine folder or engine version.</summary>
    public required string Base { get; init; }

    /// <summary>What is compared, likewise.</summary>
    public required string New { get; init; }

    /// <summary>The results folder in which versions are looked for.</summary>
    public required string Results { get; init; }

    /// <summary>Alpha and threshold.</summary>
    public required ComparisonOptions Comparison { get; init; }

    /// <summary>How it is written.</summary>
    public required OutputForm Form { get; init; }

    /// <summary>Whether a case that became slower makes the command fail.</summary>
    public required bool FailOnSlower { get; init; }
}
