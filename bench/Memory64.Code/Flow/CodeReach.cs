using Memory64.Code.Operations;

namespace Memory64.Code.Flow;

/// <summary>Finds a function's instructions by going wherever it may go: constants among the code are none, and its end need not be known.</summary>
internal static class CodeReach
{
    // More than any function that is analysed; code that is no code must end, too.
    private const int MostOperations = 100_000;

    /// <summary>What is reached from <paramref name="entry"/>, in the order of addresses.</summary>
    internal static IReadOnlyList<Operation> From(ulong entry, IDecoder decoder)
    {
        var reached = new SortedDictionary<ulong, Operation>();
        var open = new Stack<ulong>([entry]);
        while (open.TryPop(out var address))
        {
            while (
                reached.Count < MostOperations
                && !reached.ContainsKey(address)
                && decoder.Decode(address) is { } operation
            )
            {
                reached.Add(address, operation);
                if (
                    operation is
                    { Kind: OperationKind.Jump or OperationKind.Branch, Target: { } target }
                )
                {
                    open.Push(target);
                }

                if (!operation.GoesOn)
                {
                    break;
                }

                address = operation.End;
            }
        }

        return [.. reached.Values];
    }
}
