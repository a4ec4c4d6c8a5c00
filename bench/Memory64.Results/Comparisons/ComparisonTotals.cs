namespace Memory64.Results.Comparisons;

/// <summary>How many cases have which verdict, and how many could not be compared.</summary>
public sealed record ComparisonTotals(
    int Faster,
    int Slower,
    int Same,
    int SameWithin,
    int Unsure,
    int TooFewRounds,
    int NotCompared
);
