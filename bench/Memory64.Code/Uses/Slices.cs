using Memory64.Code.Flow;
using Memory64.Code.Operations;
using Memory64.Code.Values;

namespace Memory64.Code.Uses;

/// <summary>What values are made of.</summary>
internal sealed class Slices(FlowGraph graph, Interpretation values, DataFlow flow)
{
    /// <summary>
    /// All nodes whose values go into <paramref name="inputs"/>, back to what was loaded, came with the call, or from one.
    /// </summary>
    internal HashSet<int> Back(IEnumerable<Input> inputs)
    {
        HashSet<int> slice = [];
        var open = new Stack<int>(inputs.Select(input => input.Node));
        while (open.TryPop(out var node))
        {
            if (slice.Add(node) && !IsCall(node))
            {
                foreach (var input in flow.InputsOf(node).Where(input => !input.IsAddress))
                {
                    open.Push(input.Node);
                }
            }
        }

        return slice;
    }

    /// <summary>What the guest's addresses are made of, without constants and fields, of which other values are made, too.</summary>
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

    /// <summary>All nodes of a loop that depend on what it loads from memory, or on the result of a call in it.</summary>
    internal HashSet<int> OfLoaded(IReadOnlySet<int> loop)
    {
        var open = new Stack<int>(
            loop.SelectMany(block => graph.Blocks[block].Operations)
                .Where(node =>
                    IsCall(node) || values.PlaceOf(node) is Place.Memory or Place.Unknown
                )
        );
        HashSet<int> slice = [];
        while (open.TryPop(out var node))
        {
            if (loop.Contains(flow.BlockOf(node)) && slice.Add(node))
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
            : IsCall(node) && values.IsAddress(values.Before(node, input.Location));

    private bool IsCall(int node) =>
        flow.IsOperation(node) && graph.Operations[node].Kind == OperationKind.Call;

    private bool IsCommon(int node) =>
        flow.IsOperation(node)
        && !IsCall(node)
        && values.PlaceOf(node) != Place.Memory
        && flow.InputsOf(node).All(input => input.IsAddress);
}
