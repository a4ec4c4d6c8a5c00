using Memory64.Code.Operations;

namespace Memory64.Code.Flow;

/// <summary>A function's blocks and how one leads to another.</summary>
internal sealed class FlowGraph
{
    private readonly int[] _blockOf;
    private readonly Dictionary<ulong, int> _at;

    /// <summary>Splits a function at its branches and their targets.</summary>
    /// <param name="entry">Where it begins.</param>
    /// <param name="operations">All of it, in the order of addresses.</param>
    internal FlowGraph(ulong entry, IReadOnlyList<Operation> operations)
    {
        Operations = operations;
        _at = operations
            .Select((operation, index) => (operation.Address, index))
            .ToDictionary(pair => pair.Address, pair => pair.index);
        _blockOf = new int[operations.Count];
        Blocks = Split();
        for (var block = 0; block < Blocks.Count; block++)
        {
            var last = operations[Blocks[block].Last];
            if (last.GoesOn)
            {
                Connect(block, last.End);
            }

            if (last is { Kind: OperationKind.Jump or OperationKind.Branch, Target: { } target })
            {
                Connect(block, target);
            }
        }

        Entry = BlockAt(entry) ?? 0;
        IsDoomed = FindDoomed();
    }

    /// <summary>All instructions.</summary>
    internal IReadOnlyList<Operation> Operations { get; }

    /// <summary>In the order of addresses.</summary>
    internal IReadOnlyList<Block> Blocks { get; }

    /// <summary>The number of the block where the function begins.</summary>
    internal int Entry { get; }

    /// <summary>By block: whether every way from it ends in a trap.</summary>
    internal IReadOnlyList<bool> IsDoomed { get; }

    /// <summary>The number of the block that an instruction is in.</summary>
    internal int BlockOf(int operation) => _blockOf[operation];

    /// <summary>The number of the block with the instruction at an address; null where the function has none.</summary>
    internal int? BlockAt(ulong address) =>
        _at.TryGetValue(address, out var index) ? _blockOf[index] : null;

    private List<Block> Split()
    {
        var starts = new bool[Operations.Count + 1];
        for (var i = 0; i < Operations.Count; i++)
        {
            var operation = Operations[i];
            var ends = !operation.GoesOn || operation.Kind == OperationKind.Branch;
            var isGap = i + 1 < Operations.Count && Operations[i + 1].Address != operation.End;
            starts[i + 1] |= ends || isGap;
            if (ends && operation.Target is { } target && _at.TryGetValue(target, out var index))
            {
                starts[index] = true;
            }
        }

        List<Block> blocks = [];
        for (var first = 0; first < Operations.Count; )
        {
            var end = first + 1;
            while (end < Operations.Count && !starts[end])
            {
                end++;
            }

            _blockOf.AsSpan(first, end - first).Fill(blocks.Count);
            blocks.Add(new(first, end));
            first = end;
        }

        return blocks;
    }

    private void Connect(int block, ulong target)
    {
        if (BlockAt(target) is { } next && !Blocks[block].Next.Contains(next))
        {
            Blocks[block].Next.Add(next);
            Blocks[next].Before.Add(block);
        }
    }

    private bool[] FindDoomed()
    {
        var doomed = Blocks
            .Select(block => Operations[block.Last].Kind == OperationKind.Trap)
            .ToArray();
        for (var changed = true; changed; )
        {
            changed = false;
            for (var i = 0; i < doomed.Length; i++)
            {
                if (
                    !doomed[i]
                    && Blocks[i].Next.Count > 0
                    && Blocks[i].Next.TrueForAll(next => doomed[next])
                )
                {
                    doomed[i] = changed = true;
                }
            }
        }

        return doomed;
    }
}
