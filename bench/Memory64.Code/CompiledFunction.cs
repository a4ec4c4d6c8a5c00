using Memory64.Code.Flow;
using Memory64.Code.Operations;

namespace Memory64.Code;

/// <summary>The machine code of a function.</summary>
public sealed class CompiledFunction
{
    private readonly Lazy<IReadOnlyList<CodeLoop>> _loops;

    internal CompiledFunction(
        string name,
        int index,
        CodeArchitecture architecture,
        int bytes,
        Func<IReadOnlyList<CodeLoop>> findLoops
    )
    {
        Name = name;
        Index = index;
        Architecture = architecture;
        Bytes = bytes;
        _loops = new(findLoops);
    }

    /// <summary>What the module exports it as, else calls it, else <c>function[N]</c>.</summary>
    public string Name { get; }

    /// <summary>Its number in the module, where imported functions count first; -1 for a native function.</summary>
    public int Index { get; }

    /// <summary>The processor that it was compiled for.</summary>
    public CodeArchitecture Architecture { get; }

    /// <summary>Bytes of its code: in a module, with what the compiler put behind it; of a native function, its instructions.</summary>
    public int Bytes { get; }

    /// <summary>Its innermost loops, in the order of their addresses.</summary>
    public IReadOnlyList<CodeLoop> Loops => _loops.Value;

    /// <summary>
    /// The code of a C# method as the runtime compiled it, found by going wherever it may go, stubs at its entry included:
    /// its length is unknown. It has no context: any access but to the stack frame is a load or a store.
    /// </summary>
    /// <param name="name">What to call it.</param>
    /// <param name="entry">Where it begins in this process. The runtime must have compiled it, and not replace it meanwhile.</param>
    /// <exception cref="CodeException">This process is neither x64 nor arm64.</exception>
    public static CompiledFunction Native(string name, nint entry)
    {
        var architecture = Decoders.OfProcess;
        var decoder = Decoders.Of(architecture, new ProcessBytes());
        var operations = CodeReach.From((ulong)entry, decoder);
        var graph = new FlowGraph((ulong)entry, operations);
        return new(
            name,
            -1,
            architecture,
            operations.Sum(operation => operation.Bytes),
            () => LoopFinder.Find(graph, decoder, fields: null, _ => null)
        );
    }
}
