using Memory64.Code.Flow;
using Memory64.Code.Operations;
using Memory64.Code.Values;

namespace Memory64.Code.Uses;

/// <summary>What values are made of.</summary>
internal sealed class Slices(FlowGraph graph, Interpretation values, DataFlow flow)
{
    /// <summary>
    /// All nodes that go into <paramref name="inputs"/>, back to what was loaded, came with the call, or from one.
    /// </summary>
    internal HashSet<int> Back(IEnumerable<Input> inputs)
    {
        HashSet<int> slice = [];
        var open = new Stack<int>(inputs.Select(input => input.Node));
        while (open.TryPop(out var node))
        {
            if (slice.Add(node) && !IsSource(node))
            {
                foreach (var input in flow.InputsOf(node))
                {
                    open.Push(input.Node);
                }
            }
        }

        return slice;
    }

    /// <summary>
    /// What the guest's addresses are made of, without constants and what the context holds, which other values are made of,
    /// too.
    /// </summary>
    internal HashSet<int> OfAddresses()
    {
        var slice = Back(
            Enumerable
                .Range(0, graph.Operations.Count)
                .SelectMany(flow.InputsOf, (node, input) => (node, input))
                .Where(pair => IsPartOfAddress(pair.node, pair.input))
                .Select(pair => pair.input)
        );
        slice.RemoveWhere(IsCommon);
        return slice;
    }

    /// <summary>All nodes that depend on what the loop's function loaded from memory, or on a call's result.</summary>
    internal HashSet<int> OfLoaded()
    {
        var open = new Stack<int>(
            Enumerable
                .Range(0, graph.Operations.Count)
                .Where(i =>
                    graph.Operations[i].Kind == OperationKind.Call
                    || values.PlaceOf(i) is Place.Memory or Place.Unknown
                )
        );
        HashSet<int> slice = [];
        while (open.TryPop(out var node))
        {
            if (slice.Add(node))
            {
                foreach (var user in flow.Users[node])
                {
                    open.Push(user.Node);
                }
            }
        }

        return slice;
    }

    private bool IsPartOfAddress(int node, Input input) =>
        input.IsAddress
            ? values.PlaceOf(node) == Place.Memory
            : graph.Operations[node].Kind == OperationKind.Call
                && values.IsAddress(values.Before(node, input.Location));

    private bool IsSource(int node) =>
        flow.IsOperation(node)
        && (
            graph.Operations[node].Kind == OperationKind.Call
            || values.PlaceOf(node)
                is Place.Memory
                    or Place.Field
                    or Place.Constant
                    or Place.Unknown
        );

    private bool IsCommon(int node) =>
        flow.IsOperation(node)
            ? values.PlaceOf(node) is Place.Field or Place.Constant
                || (values.PlaceOf(node) == Place.None && flow.InputsOf(node).Count == 0)
            : flow.Users[node]
                .All(user => user.Input.IsAddress && values.PlaceOf(user.Node) == Place.Field);
}
