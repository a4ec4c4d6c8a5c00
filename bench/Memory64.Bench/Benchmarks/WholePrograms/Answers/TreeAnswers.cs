namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>The key of the node of rank r is 2 r, so a walk adds up even numbers.</summary>
/// <param name="nodes">Of the tree.</param>
internal sealed class TreeAnswers(ulong nodes) : IAnswers
{
    private const ulong Walked = 8;

    /// <inheritdoc/>
    public ulong Count => Numbers.Unlimited;

    /// <inheritdoc/>
    public ulong Of(ulong operation)
    {
        var first = Numbers.Chosen(operation, nodes);
        var last = Math.Min(first + Walked, nodes - 1);
        return (first + last) * (last - first + 1);
    }
}
