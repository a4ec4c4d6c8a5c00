namespace Memory64.Code.Flow;

/// <summary>Instructions of which all are executed or none.</summary>
/// <param name="first">The first instruction's index in its function.</param>
/// <param name="end">The index behind the last one's.</param>
internal sealed class Block(int first, int end)
{
    internal int First => first;

    internal int End => end;

    internal int Last => End - 1;

    /// <summary>The indices of its instructions.</summary>
    internal IEnumerable<int> Operations => Enumerable.Range(First, End - First);

    /// <summary>The numbers of the blocks that may follow.</summary>
    internal List<int> Next { get; } = [];

    /// <summary>The numbers of the blocks that it may follow.</summary>
    internal List<int> Before { get; } = [];
}
