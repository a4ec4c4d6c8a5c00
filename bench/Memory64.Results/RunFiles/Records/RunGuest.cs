namespace Memory64.Results.RunFiles.Records;

/// <summary>The guest module a case ran. Results of different guest hashes are not compared.</summary>
public sealed record RunGuest
{
    /// <summary>The module's file name without extension.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the module, in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
