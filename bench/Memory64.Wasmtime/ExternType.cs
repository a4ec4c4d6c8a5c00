namespace Memory64.Wasmtime;

/// <summary>The type of an import or export.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Function">A function's type; <see langword="null"/> for all else.</param>
/// <param name="Memory">A memory's type; <see langword="null"/> for all else.</param>
public sealed record ExternType(ExternKind Kind, FunctionType? Function, MemoryType? Memory)
{
    /// <summary>As in <c>function (i32) -&gt; (i64)</c>, <c>memory of 64 bits</c>, <c>global</c>.</summary>
    public override string ToString() =>
        Kind switch
        {
            ExternKind.Function => $"function {Function}",
            ExternKind.Memory => $"memory of {(Memory is { Is64: true } ? 64 : 32)} bits",
            ExternKind.Global => "global",
            ExternKind.Table => "table",
            ExternKind.Tag => "tag",
            _ => $"import or export of kind {(int)Kind}",
        };
}
