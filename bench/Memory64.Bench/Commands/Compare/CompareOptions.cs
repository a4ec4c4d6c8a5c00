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

    /// <summary>What a one-sided p-value must be less than.</summary>
    public required double Alpha { get; init; }

    /// <summary>The share by which times must differ to matter.</summary>
    public required double Threshold { get; init; }

    /// <summary>Whether the output is JSON.</summary>
    public required bool Json { get; init; }

    /// <summary>Whether the output is Markdown.</summary>
    public required bool Markdown { get; init; }

    /// <summary>Whether a case that became slower makes the command fail.</summary>
    public required bool FailOnSlower { get; init; }
}
