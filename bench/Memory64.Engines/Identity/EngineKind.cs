namespace Memory64.Engines.Identity;

/// <summary>Whose engine it is.</summary>
public enum EngineKind
{
    /// <summary>Wasmtime, loaded into the process that measures.</summary>
    Wasmtime,

    /// <summary>V8, as Node.js has it, in a process of its own.</summary>
    V8,
}
