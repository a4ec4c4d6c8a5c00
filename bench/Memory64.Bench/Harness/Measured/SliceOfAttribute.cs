namespace Memory64.Bench.Harness.Measured;

/// <summary>
/// Marks a method as the slice of a benchmark that takes too long to be one: a part of it, the next with each call. In a duel both
/// sides are at the same part, so the ratio of the parts stands for that of the whole. What is set up for an iteration is set up once
/// for all parts of an operation, and checked and cleaned up after the last that there was time for. A benchmark may be its own slice,
/// where it does less for a side of a duel.
/// </summary>
/// <param name="method">The benchmark's method.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SliceOfAttribute(string method) : Attribute
{
    /// <summary>The benchmark's method.</summary>
    public string Method { get; } = method;
}
