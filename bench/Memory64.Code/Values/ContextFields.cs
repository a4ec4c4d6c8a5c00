using Memory64.Code.Flow;
using Memory64.Code.Operations;

namespace Memory64.Code.Values;

/// <summary>
/// What fields of the context are for. Engines lay it out differently, so this is learnt from the code: a memory's base is a
/// field to which something unknown is added to make an address that is then accessed; its bound is the field behind that.
/// </summary>
internal sealed class ContextFields
{
    private readonly HashSet<string> _bases = [];

    /// <summary>Learns of the bases that a function's accesses use.</summary>
    internal void LearnFrom(FlowGraph graph, IDecoder decoder)
    {
        var values = new Interpretation(graph, decoder, this);
        for (var i = 0; i < graph.Operations.Count; i++)
        {
            if (
                graph.Operations[i].Memory is { Access: not MemoryAccess.None }
                && values.AddressOf(i) is { Kind: ValueKind.Sum, Field: not FieldPath.Context } sum
            )
            {
                _bases.Add(sum.Field);
            }
        }
    }

    /// <summary>Whether it holds where a memory begins.</summary>
    internal bool IsBase(string field) => _bases.Contains(field);

    /// <summary>Whether it holds a memory's length.</summary>
    internal bool IsBound(string field) =>
        field != FieldPath.Context
        && !IsBase(field)
        && _bases.Contains(FieldPath.BaseOfBound(field));
}
