namespace Memory64.Bench.Harness.Cases;

/// <summary>The case that another is compared with: the same class, with another method or other parameters.</summary>
/// <param name="Label">The column in which the ratio stands, such as <c>memory32</c>.</param>
/// <param name="Changes">Parameters that differ from the compared case; one that no longer applies is none or 0.</param>
public sealed record Control(string Label, params (string Parameter, object Value)[] Changes)
{
    /// <summary>The control's method, where it isn't the compared case's own.</summary>
    public string? Method { get; init; }
}
