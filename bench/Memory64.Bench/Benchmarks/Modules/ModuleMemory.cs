namespace Memory64.Bench.Benchmarks.Modules;

/// <summary>Which memory a user's module has in a case. The names are written as they stand in case ids and tables.</summary>
public enum ModuleMemory
{
    /// <summary>A memory64: the module's own, that of the twin which was named, else the module widened.</summary>
    memory64,

    /// <summary>The module widened, where a twin is the memory64.</summary>
    widened,

    /// <summary>The 32-bit memory that the module has.</summary>
    memory32,
}
