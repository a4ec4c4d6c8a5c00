namespace Memory64.Results.RunFiles.Records;

/// <summary>What became of a case.</summary>
public enum CaseStatus
{
    /// <summary>It was measured and its assertions held.</summary>
    Measured,

    /// <summary>It was not measured, for the reason given: the machine or the engine can't do it.</summary>
    Skipped,

    /// <summary>It was tried and an assertion or the engine failed, as the reason says.</summary>
    Failed,
}
