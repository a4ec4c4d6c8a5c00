using Memory64.Engines.Identity;

namespace Memory64.Bench.Harness.Measured;

/// <summary>A case on an engine, as a process is told to bring it to life.</summary>
/// <param name="Engine">The engine's name in the run.</param>
/// <param name="Case">The case's id.</param>
/// <param name="Class">Full name of the benchmark class.</param>
/// <param name="Method">The measured method.</param>
/// <param name="Values">The class's parameters with their values, as texts.</param>
/// <param name="Kind">Whose engine it is.</param>
/// <param name="Library">Absolute path of the engine's library, or of its program.</param>
/// <param name="Operations">Operations of one invocation; 1 or more.</param>
/// <param name="IsRepeatable">Whether the method may be called again at once; else each call stands between a setup and a cleanup.</param>
/// <param name="Warmups">Calls that don't count, where it isn't repeatable.</param>
public sealed record SideOrder(
    string Engine,
    string Case,
    string Class,
    string Method,
    IReadOnlyDictionary<string, string> Values,
    EngineKind Kind,
    string Library,
    long Operations,
    bool IsRepeatable,
    int Warmups
);
