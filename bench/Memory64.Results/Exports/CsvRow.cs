using CsvHelper.Configuration.Attributes;

namespace Memory64.Results.Exports;

/// <summary>A row of the export: the columns in their order. A null is an empty field.</summary>
internal sealed record CsvRow(
    [property: Name("machine")] string Machine,
    [property: Name("engineVersion")] string EngineVersion,
    [property: Name("engineOrigin")] string EngineOrigin,
    [property: Name("engineSha256")] string EngineSha256,
    [property: Name("suiteVersion")] string SuiteVersion,
    [property: Name("suiteCommit")] string SuiteCommit,
    [property: Name("started")] string Started,
    [property: Name("profile")] string Profile,
    [property: Name("case")] string Case,
    [property: Name("benchmark")] string Benchmark,
    [property: Name("method")] string Method,
    [property: Name("parameters")] string Parameters,
    [property: Name("unit")] string Unit,
    [property: Name("operations")] long Operations,
    [property: Name("bytes")] long Bytes,
    [property: Name("guest")] string? Guest,
    [property: Name("guestSha256")] string? GuestSha256,
    [property: Name("status")] string Status,
    [property: Name("reason")] string? Reason,
    [property: Name("round")] int? Round,
    [property: Name("medianNs")] double? MedianNs,
    [property: Name("iterationsNs")] string? IterationsNs,
    [property: Name("residentBytes")] long? ResidentBytes,
    [property: Name("minorFaults")] long? MinorFaults,
    [property: Name("majorFaults")] long? MajorFaults,
    [property: Name("opponentEngineVersion")] string? OpponentEngineVersion = null,
    [property: Name("opponentEngineSha256")] string? OpponentEngineSha256 = null,
    [property: Name("opponentCase")] string? OpponentCase = null,
    [property: Name("roundRatio")] double? RoundRatio = null,
    [property: Name("exchangeRatios")] string? ExchangeRatios = null,
    [property: Name("subjectNs")] double? SubjectNs = null,
    [property: Name("opponentNs")] double? OpponentNs = null,
    [property: Name("ratio")] double? Ratio = null,
    [property: Name("intervalLower")] double? IntervalLower = null,
    [property: Name("intervalUpper")] double? IntervalUpper = null,
    [property: Name("margin")] double? Margin = null,
    [property: Name("evidence")] string? Evidence = null
);
