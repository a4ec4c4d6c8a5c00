namespace Memory64.Wasmtime;

/// <summary>What a module imports or exports: <c>wasm_externkind_t</c>.</summary>
public enum ExternKind
{
    /// <summary>A function.</summary>
    Function = 0,

    /// <summary>A global.</summary>
    Global = 1,

    /// <summary>A table.</summary>
    Table = 2,

    /// <summary>A memory.</summary>
    Memory = 3,

    /// <summary>A tag of exceptions (<c>WASMTIME_EXTERNTYPE_TAG</c>, of engines that have exceptions).</summary>
    Tag = 4,
}
