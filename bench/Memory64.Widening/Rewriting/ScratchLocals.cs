using Memory64.Widening.Binary;

namespace Memory64.Widening.Rewriting;

/// <summary>The locals that a function gets to hold what lies above an address; each is there once it is used.</summary>
internal sealed class ScratchLocals
{
    /// <summary>What an engine takes at most.</summary>
    public const uint Most = 50_000;

    private const int OfAType = 2;

    private readonly uint[] _indices = new uint[5 * OfAType];
    private readonly List<OperandType> _added = [];
    private uint _first;

    /// <summary>Types of those that were used, in the order of their indices.</summary>
    public IReadOnlyList<OperandType> Added => _added;

    /// <summary>Begins a function.</summary>
    /// <param name="first">How many parameters and locals it has.</param>
    public void Begin(uint first)
    {
        _first = first;
        _added.Clear();
        Array.Clear(_indices);
    }

    /// <summary>The index of one.</summary>
    /// <param name="type">Of its values.</param>
    /// <param name="number">0 or 1.</param>
    public uint Index(OperandType type, int number)
    {
        // One more than the index, so that 0 is none.
        ref var index = ref _indices[((type - OperandType.V128) * OfAType) + number];
        if (index == 0)
        {
            index = _first + (uint)_added.Count + 1;
            _added.Add(type);
        }

        return index - 1;
    }
}
