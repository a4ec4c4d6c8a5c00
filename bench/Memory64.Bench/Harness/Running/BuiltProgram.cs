using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// The measured program with the code of its cases. Measurements of the same cases, one after the other, build it once and share it;
/// it is deleted with this.
/// </summary>
/// <param name="isKept">Whether it stays on the disk, for who wants to look at it.</param>
public sealed class BuiltProgram(bool isKept = false) : IDisposable
{
    /// <summary>Where the code of each case stands in the program.</summary>
    internal Dictionary<string, int> CodeOfCases { get; } = new(StringComparer.Ordinal);

    /// <summary>One of BenchmarkDotNet's cases for each of ours.</summary>
    internal BuildPartition? Partition { get; set; }

    /// <summary>What was generated, <see langword="null"/> before that.</summary>
    internal GenerateResult? Generated { get; set; }

    /// <summary>What was built, <see langword="null"/> before that.</summary>
    internal BuildResult? Built { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (
            !isKept
            && Generated?.ArtifactsPaths.BuildArtifactsDirectoryPath is { } folder
            && Directory.Exists(folder)
        )
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
