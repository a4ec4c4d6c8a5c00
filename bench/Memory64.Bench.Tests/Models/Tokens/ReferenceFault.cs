namespace Memory64.Bench.Tests.Models.Tokens;

/// <summary>What others have got wrong: a comparison that doesn't notice it proves nothing.</summary>
public enum ReferenceFault
{
    None,
    RopePairs,
    HeadMapping,
    GateAndUpSwapped,
    Epsilon,
}
