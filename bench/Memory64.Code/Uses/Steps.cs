using Memory64.Code.Flow;
using Memory64.Code.Operations;
using Memory64.Code.Values;

namespace Memory64.Code.Uses;

/// <summary>Finds variables that run through a loop by fixed steps.</summary>
internal sealed class Steps(
    FlowGraph graph,
    Interpretation values,
    DataFlow flow,
    IReadOnlySet<int> loop
)
{
    /// <summary>Whether an addition is such a step: its result comes back to it through nothing but copies and other steps.</summary>
    internal bool IsStep(int index)
    {
        if (!IsFixed(index))
        {
            return false;
        }

        HashSet<int> seen = [];
        var open = new Stack<int>([index]);
        while (open.TryPop(out var node))
        {
            foreach (var (user, input) in flow.Users[node])
            {
                if (user == index && !input.IsAddress)
                {
                    return true;
                }

                if (Carries(user) && seen.Add(user))
                {
                    open.Push(user);
                }
            }
        }

        return false;
    }

    private bool Carries(int node) =>
        loop.Contains(flow.BlockOf(node))
        && (
            !flow.IsOperation(node)
            || (
                graph.Operations[node].Kind == OperationKind.Move
                && values.PlaceOf(node) is Place.None or Place.Stack
            )
            || IsFixed(node)
        );

    // An addition of one thing that changes and others that don't.
    private bool IsFixed(int node) =>
        graph.Operations[node].Kind == OperationKind.Add
        && values.PlaceOf(node) is Place.None or Place.Stack
        && flow.InputsOf(node).Count(input => !IsInvariant(input.Node, [])) == 1;

    private bool IsInvariant(int node, HashSet<int> seen) =>
        !loop.Contains(flow.BlockOf(node))
        || (
            flow.IsOperation(node)
            && seen.Add(node)
            && values.PlaceOf(node) is Place.None or Place.Stack or Place.Constant
            && graph.Operations[node].Kind
                is OperationKind.Move
                    or OperationKind.Add
                    or OperationKind.Compute
            && flow.InputsOf(node).All(input => IsInvariant(input.Node, seen))
        );
}
