using Memory64.Code.Flow;
using Memory64.Code.Operations;
using Memory64.Code.Uses;
using Memory64.Code.Values;

namespace Memory64.Code;

/// <summary>Says of each instruction of a function's loops what it is for.</summary>
internal sealed class KindFinder
{
    private readonly FlowGraph _graph;
    private readonly Interpretation _values;
    private readonly DataFlow _flow;
    private readonly Checks _checks;
    private readonly UseFinder _uses;

    /// <summary>Analyses a function.</summary>
    /// <param name="graph">The function.</param>
    /// <param name="values">What is known of its values.</param>
    /// <param name="stackPointer">The register that points to its frame.</param>
    /// <param name="loops">Its loops.</param>
    /// <param name="hasContext">Whether it is compiled wasm.</param>
    internal KindFinder(
        FlowGraph graph,
        Interpretation values,
        Location stackPointer,
        IReadOnlyList<NaturalLoop> loops,
        bool hasContext
    )
    {
        _graph = graph;
        _values = values;
        _flow = new(graph, values, stackPointer);
        _checks = new(graph, values, _flow, hasContext);
        var slices = new Slices(graph, values, _flow);
        var loaded = loops
            .Where(loop => loop.IsInnermostOf(loops))
            .SelectMany(loop => slices.OfLoaded(loop.Blocks));
        _uses = new(graph, values, _flow, _checks, loops, loaded.ToHashSet());
    }

    /// <summary>What an instruction of <paramref name="loop"/> is for.</summary>
    internal InstructionKind Of(int index, NaturalLoop loop)
    {
        var operation = _graph.Operations[index];
        return (operation.Kind, _values.PlaceOf(index)) switch
        {
            (OperationKind.Call, _) => InstructionKind.Call,
            (OperationKind.Barrier, _) => InstructionKind.Check,
            (_, Place.Memory) => operation.WritesMemory
                ? InstructionKind.Store
                : InstructionKind.Load,
            (OperationKind.Move, Place.Stack) => InstructionKind.Spill,
            (_, Place.Unknown) => InstructionKind.Other,
            (OperationKind.Branch or OperationKind.Jump, _) => KindOf(_uses.OfBranch(index)),
            _ when _checks.IsSelect(index) => InstructionKind.Check,
            _ => OfValue(index, loop),
        };
    }

    private InstructionKind OfValue(int index, NaturalLoop loop)
    {
        var use = _uses.Of(index);
        if (
            use.HasFlag(Use.Other)
            && (use.HasFlag(Use.Address) || use.HasFlag(Use.Loop))
            && new Steps(_graph, _values, _flow, loop.Blocks).IsStep(index)
        )
        {
            use &= ~Use.Other;
        }

        return KindOf(use);
    }

    private static InstructionKind KindOf(Use use) =>
        use.HasFlag(Use.Other) ? InstructionKind.Other
        : use.HasFlag(Use.Address) ? InstructionKind.Address
        : use.HasFlag(Use.Loop) ? InstructionKind.Loop
        : use.HasFlag(Use.Check) ? InstructionKind.Check
        : InstructionKind.Other;
}
