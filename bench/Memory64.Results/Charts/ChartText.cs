namespace Memory64.Results.Charts;

/// <summary>Sentences that several charts share.</summary>
internal static class ChartText
{
    public const string SpreadWhiskers =
        "Whiskers show how far two rounds typically differ, the ± of the tables";
}
