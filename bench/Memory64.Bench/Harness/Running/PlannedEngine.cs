using Memory64.Engines.Identity;

namespace Memory64.Bench.Harness.Running;

/// <summary>One engine's part of a measurement.</summary>
/// <param name="Id">
/// Names it in jobs, progress and files: the user's own name for it, or its version, with the beginning of its SHA-256 where
/// another build has that version; and <c>~2</c> where it is measured a second time.
/// </param>
/// <param name="Build">The library and where it came from.</param>
public sealed record PlannedEngine(string Id, EngineBuild Build)
{
    private const int ShortLength = 12;

    /// <summary>
    /// Names the engines of a run. Two builds of one version are two engines, whatever they are called; a build that is named
    /// twice is measured twice (A/A): what differs between the two is noise.
    /// </summary>
    /// <param name="engines">Each with the user's own name for it, or <see langword="null"/>.</param>
    /// <param name="recorded">The SHA-256 of the build that is recorded under a name, or <see langword="null"/>.</param>
    /// <exception cref="MeasurementException">One name stands for two builds.</exception>
    public static IReadOnlyList<PlannedEngine> NameAll(
        IReadOnlyList<(string? Label, EngineBuild Build)> engines,
        Func<string, string?> recorded
    )
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        List<PlannedEngine> runs = [];
        foreach (var (label, build) in engines)
        {
            var name = label ?? NameOf(build, id => owners.GetValueOrDefault(id) ?? recorded(id));
            if (owners.TryGetValue(name, out var owner) && owner != build.Sha256)
            {
                throw new MeasurementException(
                    $"--engine: two builds are called {name}; give each a name of its own"
                );
            }

            owners[name] = build.Sha256;
            var before = runs.Count(run => run.Id.Split('~')[0] == name);
            runs.Add(new(before == 0 ? name : $"{name}~{before + 1}", build));
        }

        return runs;
    }

    // A library that nothing identifies is likely to be built again, under the same name.
    private static string NameOf(EngineBuild build, Func<string, string?> ownerOf) =>
        EngineVersion.IsName(build.Version)
        && (ownerOf(build.Version) is not { } owner || owner == build.Sha256)
            ? build.Version
            : $"{build.Version}+{build.Sha256[..ShortLength]}";
}
