namespace Memory64.Results.RunFiles.Records;

/// <summary>What measured: this suite and what it stands on.</summary>
public sealed record RunSuite
{
    /// <summary>The suite's version.</summary>
    public required string Version { get; init; }

    /// <summary>The suite's commit; empty where it was not built from a repository.</summary>
    public required string Commit { get; init; }

    /// <summary>The .NET runtime's version.</summary>
    public required string Dotnet { get; init; }

    /// <summary>BenchmarkDotNet's version.</summary>
    public required string BenchmarkDotNet { get; init; }
}
