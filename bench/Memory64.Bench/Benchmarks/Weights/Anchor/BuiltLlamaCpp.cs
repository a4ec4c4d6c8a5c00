using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Requirements;

namespace Memory64.Bench.Benchmarks.Weights.Anchor;

/// <summary>llama.cpp, which is a project of its own so that only who asks for it fetches it.</summary>
internal sealed record BuiltLlamaCpp : IRequirement
{
    /// <summary>The built program.</summary>
    public static string ProgramPath =>
        Path.Combine(Repository.Root, "bench", Name, "bin", "Release", "net10.0", $"{Name}.dll");

    private const string Name = "Memory64.LlamaCpp";

    /// <inheritdoc/>
    public string? Missing(Surroundings here) =>
        File.Exists(ProgramPath)
            ? null
            : $"llama.cpp isn't built; dotnet build -c Release bench/{Name} fetches it (40 MB) and builds it";
}
