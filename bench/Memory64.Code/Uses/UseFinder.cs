using Memory64.Code.Flow;
using Memory64.Code.Operations;
using Memory64.Code.Values;

namespace Memory64.Code.Uses;

/// <summary>Finds what each value of a function serves: what the instructions serve that take it, back from those that act.</summary>
internal sealed class UseFinder
{
    private readonly FlowGraph _graph;
    private readonly Interpretation _values;
    private readonly DataFlow _flow;
    private readonly Checks _checks;
    private readonly IReadOnlyList<NaturalLoop> _loops;
    private readonly IReadOnlySet<int> _loaded;
    private readonly Use[] _uses;
    private readonly Use[] _ofBranch;

    /// <summary>Finds the uses of all values.</summary>
    /// <param name="graph">The function.</param>
    /// <param name="values">What is known of its values.</param>
    /// <param name="flow">Where they go.</param>
    /// <param name="checks">Its bounds checks.</param>
    /// <param name="loops">Its loops.</param>
    /// <param name="loaded">What depends on data that a loop loads: deciding by that is work, not the loop's control.</param>
    internal UseFinder(
        FlowGraph graph,
        Interpretation values,
        DataFlow flow,
        Checks checks,
        IReadOnlyList<NaturalLoop> loops,
        IReadOnlySet<int> loaded
    )
    {
        _graph = graph;
        _values = values;
        _flow = flow;
        _checks = checks;
        _loops = loops;
        _loaded = loaded;
        _ofBranch = [.. Enumerable.Range(0, graph.Operations.Count).Select(FindOfBranch)];
        _uses = new Use[flow.Count];
        var open = new Stack<int>(Enumerable.Range(0, flow.Count));
        while (open.TryPop(out var node))
        {
            var use = flow.Users[node]
                .Aggregate(Use.None, (sum, user) => sum | UseBy(user.Node, user.Input));
            if (use != _uses[node])
            {
                _uses[node] = use;
                foreach (var input in flow.InputsOf(node))
                {
                    open.Push(input.Node);
                }
            }
        }
    }

    /// <summary>What the result of an instruction serves.</summary>
    internal Use Of(int operation) => Controlling(_uses[operation], operation);

    /// <summary>What a branch decides: a bounds check, whether a loop goes on, or something else.</summary>
    internal Use OfBranch(int operation) => _ofBranch[operation];

    private Use FindOfBranch(int index)
    {
        var operation = _graph.Operations[index];
        if (operation.Kind is not (OperationKind.Branch or OperationKind.Jump))
        {
            return Use.None;
        }

        if (_checks.Traps(index))
        {
            return _checks.IsBranch(index) ? Use.Check : Use.Other;
        }

        var number = _graph.BlockOf(index);
        var next = _graph.Blocks[number].Next;
        return _loops.Any(loop =>
            loop.Blocks.Contains(number)
            && next.Exists(block => block == loop.Head || !loop.Blocks.Contains(block))
        )
            ? Use.Loop
            : Use.Other;
    }

    private Use UseBy(int user, Input input)
    {
        if (!_flow.IsOperation(user))
        {
            return _uses[user];
        }

        var operation = _graph.Operations[user];
        var place = _values.PlaceOf(user);
        return (operation.Kind, place) switch
        {
            (_, Place.Memory) when input.IsAddress => Use.Address,
            (OperationKind.Branch, _) => _ofBranch[user],
            (OperationKind.Call, _) when _graph.IsDoomed[_graph.BlockOf(user)] => Use.Check,
            (OperationKind.Call, _) => _values.IsAddress(_values.Before(user, input.Location))
                ? Use.Address
                : Use.Other,
            (OperationKind.Return or OperationKind.Jump, _) => Use.Other,
            (_, Place.Memory or Place.Field or Place.Unknown) when operation.WritesMemory =>
                Use.Other,
            (_, Place.Unknown) when input.IsAddress => Use.Other,
            _ when _checks.IsSelect(user) => _values.IsAddress(_values.Before(user, input.Location))
                ? Use.Address
                : Use.Check,
            _ => Controlling(_uses[user], user),
        };
    }

    private Use Controlling(Use use, int user) =>
        use.HasFlag(Use.Loop) && _loaded.Contains(user) ? (use & ~Use.Loop) | Use.Other : use;
}
