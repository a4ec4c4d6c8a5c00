namespace Memory64.Bench.Harness.Cases;

/// <summary>How much is measured; each profile holds the ones before it.</summary>
public enum Profile
{
    /// <summary>About a minute: proves that everything works.</summary>
    Smoke,

    /// <summary>The default: at most ten minutes on two cores.</summary>
    Standard,

    /// <summary>Everything.</summary>
    Full,
}
