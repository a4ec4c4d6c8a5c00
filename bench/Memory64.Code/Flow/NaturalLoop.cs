namespace Memory64.Code.Flow;

/// <summary>A head and all blocks from which it is reached again without leaving.</summary>
/// <param name="Head">The block through which alone it is entered.</param>
/// <param name="Blocks">All of it, the head too.</param>
/// <remarks>Aho, Lam, Sethi, Ullman: "Compilers", 2nd edition, section 9.6.6.</remarks>
internal sealed record NaturalLoop(int Head, IReadOnlySet<int> Blocks)
{
    /// <summary>A function's loops; two back edges to one head are one loop.</summary>
    internal static IReadOnlyList<NaturalLoop> Of(FlowGraph graph)
    {
        var dominators = new Dominators(graph);
        return
        [
            .. from edge in BackEdges()
            group edge.Tail by edge.Head into tails
            orderby tails.Key
            select new NaturalLoop(tails.Key, Body(tails.Key, tails)),
        ];

        IEnumerable<(int Tail, int Head)> BackEdges() =>
            Enumerable
                .Range(0, graph.Blocks.Count)
                .SelectMany(tail => graph.Blocks[tail].Next, (tail, head) => (tail, head))
                .Where(edge => dominators.Dominates(edge.head, edge.tail));

        HashSet<int> Body(int head, IEnumerable<int> tails)
        {
            HashSet<int> body = [head];
            var open = new Stack<int>(tails);
            while (open.TryPop(out var block))
            {
                if (body.Add(block))
                {
                    graph.Blocks[block].Before.ForEach(open.Push);
                }
            }

            return body;
        }
    }

    /// <summary>Whether none of <paramref name="loops"/> lies in it.</summary>
    internal bool IsInnermostOf(IEnumerable<NaturalLoop> loops) => !loops.Any(Contains);

    /// <summary>Whether <paramref name="other"/> is another loop inside this one.</summary>
    internal bool Contains(NaturalLoop other) => other.Head != Head && Blocks.Contains(other.Head);
}
