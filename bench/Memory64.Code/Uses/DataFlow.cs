using Memory64.Code.Flow;
using Memory64.Code.Operations;
using Memory64.Code.Values;

namespace Memory64.Code.Uses;

/// <summary>
/// Which value each instruction takes from which. Its nodes are the instructions by their index, then values that came with
/// the call, and meetings: a location where ways with different values join.
/// </summary>
/// <remarks>Braun et al.: "Simple and Efficient Construction of Static Single Assignment Form", 2013.</remarks>
internal sealed class DataFlow
{
    private readonly FlowGraph _graph;
    private readonly Dictionary<(int Block, Location Location), int> _atStart = [];
    private readonly List<List<Input>> _inputs = [];
    private readonly List<int> _meetingBlock = [];

    /// <summary>Connects all instructions of a function.</summary>
    internal DataFlow(FlowGraph graph, Interpretation values, Location stackPointer)
    {
        _graph = graph;
        var locations = new OperationLocations(graph, values, stackPointer);
        var atEnd = graph.Blocks.Select(_ => new Dictionary<Location, int>()).ToArray();
        for (var block = 0; block < atEnd.Length; block++)
        {
            for (var i = graph.Blocks[block].First; i < graph.Blocks[block].End; i++)
            {
                foreach (var written in locations.WrittenBy(i))
                {
                    atEnd[block][written] = i;
                }
            }
        }

        _inputs.AddRange(graph.Operations.Select(_ => new List<Input>()));
        for (var block = 0; block < atEnd.Length; block++)
        {
            Dictionary<Location, int> now = [];
            for (var i = graph.Blocks[block].First; i < graph.Blocks[block].End; i++)
            {
                foreach (var (location, isAddress) in locations.TakenBy(i))
                {
                    var node = now.TryGetValue(location, out var written)
                        ? written
                        : AtStart(block, location, atEnd);
                    _inputs[i].Add(new(node, location, isAddress));
                }

                foreach (var written in locations.WrittenBy(i))
                {
                    now[written] = i;
                }
            }
        }

        RemoveMeetingsOfOneValue();
        Users = FindUsers();
    }

    /// <summary>How many nodes there are.</summary>
    internal int Count => _inputs.Count;

    /// <summary>By node: who takes what it gives, and how.</summary>
    internal IReadOnlyList<IReadOnlyList<(int Node, Input Input)>> Users { get; }

    /// <summary>What a node takes.</summary>
    internal IReadOnlyList<Input> InputsOf(int node) => _inputs[node];

    /// <summary>Whether a node is an instruction.</summary>
    internal bool IsOperation(int node) => node < _graph.Operations.Count;

    /// <summary>The block that a node is in; of values that came with the call, -1.</summary>
    internal int BlockOf(int node) =>
        IsOperation(node) ? _graph.BlockOf(node) : _meetingBlock[node - _graph.Operations.Count];

    private int AtStart(int block, Location location, Dictionary<Location, int>[] atEnd)
    {
        if (_atStart.TryGetValue((block, location), out var known))
        {
            return known;
        }

        var before = _graph.Blocks[block].Before;
        var isEntry = block == _graph.Entry;
        var node = _inputs.Count;
        _atStart[(block, location)] = node;
        _inputs.Add([]);
        _meetingBlock.Add(isEntry || before.Count == 0 ? -1 : block);
        foreach (var from in before)
        {
            var value = atEnd[from].TryGetValue(location, out var written)
                ? written
                : AtStart(from, location, atEnd);
            _inputs[node].Add(new(value, location, IsAddress: false));
        }

        return node;
    }

    private void RemoveMeetingsOfOneValue()
    {
        var same = Enumerable.Range(0, Count).ToArray();
        for (var changed = true; changed; )
        {
            changed = false;
            for (var node = _graph.Operations.Count; node < Count; node++)
            {
                if (same[node] != node || BlockOf(node) < 0)
                {
                    continue;
                }

                var others = _inputs[node]
                    .Select(input => Resolve(input.Node))
                    .Where(other => other != node)
                    .Distinct()
                    .Take(2)
                    .ToList();
                if (others.Count == 1)
                {
                    same[node] = others[0];
                    changed = true;
                }
            }
        }

        foreach (var inputs in _inputs)
        {
            for (var i = 0; i < inputs.Count; i++)
            {
                inputs[i] = inputs[i] with { Node = Resolve(inputs[i].Node) };
            }
        }

        int Resolve(int node)
        {
            while (same[node] != node)
            {
                node = same[node];
            }

            return node;
        }
    }

    private List<(int Node, Input Input)>[] FindUsers()
    {
        var users = new List<(int Node, Input Input)>[Count];
        for (var node = 0; node < Count; node++)
        {
            users[node] = [];
        }

        for (var node = 0; node < Count; node++)
        {
            foreach (var input in _inputs[node])
            {
                users[input.Node].Add((node, input));
            }
        }

        return users;
    }
}
