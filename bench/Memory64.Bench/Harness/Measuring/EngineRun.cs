using Memory64.Engines;

namespace Memory64.Bench.Harness.Measuring;

/// <summary>One engine's part of a measurement.</summary>
/// <param name="Id">Names it in jobs, progress and files: its version, and <c>~2</c> where it is measured a second time.</param>
/// <param name="Build">The library and where it came from.</param>
public sealed record EngineRun(string Id, EngineBuild Build)
{
    /// <summary>
    /// Names the engines of a run. One that is named twice is measured twice (A/A): what differs between the two is noise.
    /// </summary>
    public static IReadOnlyList<EngineRun> NameAll(IReadOnlyList<EngineBuild> builds) =>
        [
            .. builds.Select(
                (build, index) =>
                {
                    var before = builds.Take(index).Count(other => other.Version == build.Version);
                    return new EngineRun(
                        before == 0 ? build.Version : $"{build.Version}~{before + 1}",
                        build
                    );
                }
            ),
        ];
}
