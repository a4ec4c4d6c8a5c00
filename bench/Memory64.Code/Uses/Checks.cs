using Memory64.Code.Flow;
using Memory64.Code.Operations;
using Memory64.Code.Values;

namespace Memory64.Code.Uses;

/// <summary>Finds the bounds checks of a function: where they decide.</summary>
/// <param name="graph">The function.</param>
/// <param name="values">What is known of its values.</param>
/// <param name="flow">Where they go.</param>
/// <param name="hasContext">Whether it is compiled wasm; if not, its bounds lie anywhere.</param>
internal sealed class Checks(FlowGraph graph, Interpretation values, DataFlow flow, bool hasContext)
{
    private readonly Slices _slices = new(graph, values, flow);
    private HashSet<int>? _addresses;

    /// <summary>Whether an instruction takes an address or, if it is out of bounds, a constant that traps.</summary>
    internal bool IsSelect(int index)
    {
        var operation = graph.Operations[index];
        if (operation.Kind != OperationKind.Select)
        {
            return false;
        }

        var operands = operation
            .Reads.Where(location => location != Location.Flags)
            .Select(location => values.Before(index, location))
            .ToList();
        return operands.Exists(values.IsAddress)
            && (
                operation.Immediate is not null
                || operands.Exists(value => value.Kind == ValueKind.Constant)
            );
    }

    /// <summary>Whether a branch leads to a trap for an address that is out of bounds, or that overflowed.</summary>
    internal bool IsBranch(int index) =>
        Traps(index) && Conditions(index).Any(condition => IsOfBounds(condition));

    /// <summary>Whether a branch leads to a trap.</summary>
    internal bool Traps(int index)
    {
        var block = graph.Blocks[graph.BlockOf(index)];
        return graph.Operations[index].Kind == OperationKind.Branch
            && block.Next.Exists(next => graph.IsDoomed[next]);
    }

    // Who set the flags; or the branch itself, where it compares.
    private IEnumerable<int> Conditions(int index)
    {
        var flags = flow.InputsOf(index).Where(input => input.Location == Location.Flags).ToList();
        return flags.Count == 0 ? [index] : flags.SelectMany(input => Operations(input.Node, []));
    }

    private IEnumerable<int> Operations(int node, HashSet<int> seen) =>
        !seen.Add(node) ? []
        : flow.IsOperation(node) ? [node]
        : flow.InputsOf(node).SelectMany(input => Operations(input.Node, seen));

    private bool IsOfBounds(int condition)
    {
        var slice = _slices.Back(flow.InputsOf(condition));
        slice.Add(condition);
        if (slice.Any(node => flow.IsOperation(node) && values.IsBound(node)))
        {
            return true;
        }

        _addresses ??= _slices.OfAddresses();
        return (!hasContext || HasConstant(condition) || IsOverflow(condition, slice))
            && slice.Overlaps(_addresses);
    }

    // The carry of an addition; perhaps kept in a register first.
    private bool IsOverflow(int condition, HashSet<int> slice) =>
        IsAddition(condition)
        || slice
            .SelectMany(flow.InputsOf)
            .Any(input => input.Location == Location.Flags && IsAddition(input.Node));

    private bool IsAddition(int node) =>
        flow.IsOperation(node) && graph.Operations[node].Kind == OperationKind.Add;

    // The bound of a memory whose size is fixed.
    private bool HasConstant(int condition)
    {
        var operation = graph.Operations[condition];
        return operation.Immediate is not null
            || values.PlaceOf(condition) == Place.Constant
            || operation.Reads.Any(location =>
                values.Before(condition, location).Kind == ValueKind.Constant
            );
    }
}
