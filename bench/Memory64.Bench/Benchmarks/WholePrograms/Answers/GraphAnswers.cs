namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>The same search with a queue and a dictionary of the library's.</summary>
/// <param name="vertices">Of the graph.</param>
internal sealed class GraphAnswers(ulong vertices) : IAnswers
{
    private const ulong Edges = 8;
    private const int Visited = 64;

    /// <inheritdoc/>
    public ulong Count => 4_096;

    /// <inheritdoc/>
    public ulong Of(ulong operation)
    {
        var begin = Numbers.Chosen(operation, vertices);
        var distances = new Dictionary<ulong, ulong> { [begin] = 0 };
        var queue = new Queue<ulong>([begin]);
        var sum = 0UL;
        for (var left = Visited; left != 0 && queue.TryDequeue(out var vertex); left--)
        {
            sum += vertex * (distances[vertex] + 1);
            for (var edge = (operation + (ulong)left) % Edges; edge < Edges; edge++)
            {
                var next = Numbers.Chosen((vertex * Edges) + edge, vertices);
                if (distances.TryAdd(next, distances[vertex] + 1))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return sum;
    }
}
