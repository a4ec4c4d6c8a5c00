using System.Security.Cryptography;
using System.Text;
using Memory64.Code.Flow;
using Memory64.Code.Operations;
using Memory64.Code.Values;

namespace Memory64.Code;

/// <summary>Finds a function's innermost loops and writes them down.</summary>
internal sealed class LoopFinder
{
    private const int HashLength = 16;

    private readonly FlowGraph _graph;
    private readonly Interpretation _values;
    private readonly ContextFields? _fields;
    private readonly KindFinder _kinds;
    private readonly IReadOnlyList<NaturalLoop> _loops;
    private readonly Func<ulong, string?> _nameOf;

    private LoopFinder(
        FlowGraph graph,
        IDecoder decoder,
        ContextFields? fields,
        Func<ulong, string?> nameOf
    )
    {
        _graph = graph;
        _values = new(graph, decoder, fields);
        _fields = fields;
        _loops = NaturalLoop.Of(graph);
        _kinds = new(graph, _values, decoder.StackPointer, _loops, fields is not null);
        _nameOf = nameOf;
    }

    /// <summary>A function's innermost loops, in the order of their addresses; none where nothing could be decoded.</summary>
    /// <param name="graph">The function.</param>
    /// <param name="decoder">Its architecture.</param>
    /// <param name="fields">The fields of its context; null if it has none.</param>
    /// <param name="nameOf">What is called at an address.</param>
    internal static IReadOnlyList<CodeLoop> Find(
        FlowGraph graph,
        IDecoder decoder,
        ContextFields? fields,
        Func<ulong, string?> nameOf
    ) =>
        graph.Operations.Count == 0
            ? []
            : new LoopFinder(graph, decoder, fields, nameOf).Innermost();

    private List<CodeLoop> Innermost() =>
        [
            .. from loop in _loops
            where loop.IsInnermostOf(_loops)
            let code = OperationsOf(loop)
            orderby code[0]
            select new CodeLoop(
                1 + _loops.Count(outer => outer.Contains(loop)),
                HashOf(code),
                [.. code.Select(index => Describe(index, code, loop))]
            ),
        ];

    private List<int> OperationsOf(NaturalLoop loop) =>
        [
            .. loop
                .Blocks.Order()
                .SelectMany(block => _graph.Blocks[block].Operations)
                .Where(index => _graph.Operations[index].Kind != OperationKind.Nothing),
        ];

    private CodeInstruction Describe(int index, List<int> code, NaturalLoop loop)
    {
        var operation = _graph.Operations[index];
        var start = _graph.Operations[code[0]].Address;
        var text = WithTarget(index, operation.Text, code, target => $"loop+0x{target - start:x}");
        return new(operation.Address, operation.Bytes, text, _kinds.Of(index, loop));
    }

    private string HashOf(List<int> code)
    {
        var text = new StringBuilder();
        foreach (var index in code)
        {
            var operation = _graph.Operations[index];
            var line = _values.FieldOf(index) is { } field
                ? $"{operation.Shape} {RoleOf(field)}"
                : operation.Text;
            text.Append(WithTarget(index, line, code, IndexOf)).Append('\n');
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash)[..HashLength];

        string IndexOf(ulong target) =>
            $"{code.FindIndex(index => _graph.Operations[index].Address >= target)}";
    }

    private string RoleOf(string field) =>
        _fields!.IsBase(field) ? "base"
        : _fields.IsBound(field) ? "bound"
        : "other";

    private string WithTarget(int index, string text, List<int> code, Func<ulong, string> inLoop)
    {
        var operation = _graph.Operations[index];
        if (operation.Target is not { } target)
        {
            return text;
        }

        if (operation.Kind == OperationKind.Call)
        {
            return text + (_nameOf(target) ?? "function");
        }

        var block = _graph.BlockAt(target);
        var name =
            code.Exists(at => _graph.BlockOf(at) == block) ? inLoop(target)
            : block is { } outside && _graph.IsDoomed[outside] ? "trap"
            : "exit";
        return text + name;
    }
}
