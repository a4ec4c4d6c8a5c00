namespace Memory64.Bench.Commands.Verify;

/// <summary>How a check ended.</summary>
public enum CheckOutcome
{
    /// <summary>It holds.</summary>
    Pass,

    /// <summary>It doesn't hold.</summary>
    Fail,

    /// <summary>It was left out, for a reason.</summary>
    Skip,
}
