using Memory64.Results.RunFiles.Records;
using Memory64.Results.Statistics;

namespace Memory64.Results.Comparisons;

/// <summary>A case that can't be compared.</summary>
/// <param name="Case">The case as NEW recorded it, or BASE where NEW doesn't have it.</param>
/// <param name="Base">The rounds of BASE in short; null where BASE did not measure it.</param>
/// <param name="New">The rounds of NEW in short; null where NEW did not measure it.</param>
/// <param name="Why">Why not: <c>not in BASE</c>, <c>skipped in NEW: needs 12.4 GiB, 9.1 GiB available</c>,
/// <c>other settings: defaults in BASE, spectre=off in NEW</c>.</param>
/// <param name="IsLost">Whether BASE measured it and it failed in NEW, or it failed in a duel of the two.</param>
public sealed record UncomparedCase(
    RunCase Case,
    Summary? Base,
    Summary? New,
    string Why,
    bool IsLost
);
