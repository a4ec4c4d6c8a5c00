namespace Memory64.Code.Flow;

/// <summary>Which block lies on every way to another.</summary>
/// <remarks>Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm", 2001.</remarks>
internal sealed class Dominators
{
    private const int None = -1;

    private readonly int[] _immediate;
    private readonly int[] _order;

    /// <summary>Finds the dominators of all blocks.</summary>
    internal Dominators(FlowGraph graph)
    {
        _immediate = new int[graph.Blocks.Count];
        _order = new int[graph.Blocks.Count];
        Array.Fill(_immediate, None);
        Array.Fill(_order, None);
        var reversed = ReversePostorder(graph);
        for (var i = 0; i < reversed.Count; i++)
        {
            _order[reversed[i]] = i;
        }

        _immediate[graph.Entry] = graph.Entry;
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var block in reversed.Skip(1))
            {
                var found = graph
                    .Blocks[block]
                    .Before.Where(before => _immediate[before] != None)
                    .Aggregate(None, (a, b) => a == None ? b : Common(a, b));
                changed |= _immediate[block] != found;
                _immediate[block] = found;
            }
        }
    }

    /// <summary>Whether every way from the entry to <paramref name="block"/> leads through <paramref name="dominator"/>.</summary>
    internal bool Dominates(int dominator, int block)
    {
        if (_order[block] == None || _order[dominator] == None)
        {
            return false;
        }

        while (_order[block] > _order[dominator])
        {
            block = _immediate[block];
        }

        return block == dominator;
    }

    private int Common(int a, int b)
    {
        while (a != b)
        {
            if (_order[a] > _order[b])
            {
                a = _immediate[a];
            }
            else
            {
                b = _immediate[b];
            }
        }

        return a;
    }

    private static List<int> ReversePostorder(FlowGraph graph)
    {
        List<int> order = [];
        var seen = new bool[graph.Blocks.Count];
        var path = new Stack<(int Block, int Next)>([(graph.Entry, 0)]);
        seen[graph.Entry] = true;
        while (path.TryPop(out var at))
        {
            if (at.Next == graph.Blocks[at.Block].Next.Count)
            {
                order.Add(at.Block);
                continue;
            }

            path.Push((at.Block, at.Next + 1));
            var next = graph.Blocks[at.Block].Next[at.Next];
            if (!seen[next])
            {
                seen[next] = true;
                path.Push((next, 0));
            }
        }

        order.Reverse();
        return order;
    }
}
