using Memory64.Bench.Harness.Measuring;

namespace Memory64.Bench.Harness;

/// <summary>The checkout that this program was built in. BenchmarkDotNet builds the measured program from it.</summary>
public static class Repository
{
    private const string Solution = "Memory64.Bench.sln";

    // Not in a static initializer, whose exception would arrive wrapped.
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>Its root folder.</summary>
    /// <exception cref="MeasurementException">The program was moved out of its checkout.</exception>
    public static string Root => Found.Value;

    /// <summary>Where results go unless the user names another folder.</summary>
    public static string ResultsPath => Path.Combine(Root, "results");

    /// <summary>The page that shows the latest run of a results folder: the README, for the checkout's own folder only.</summary>
    public static string? ReadmeOf(string resultsFolder) =>
        Path.GetFullPath(resultsFolder) == ResultsPath ? Path.Combine(Root, "README.md") : null;

    /// <summary>Where BenchmarkDotNet's log goes.</summary>
    public static string ArtifactsPath => Path.Combine(Root, "BenchmarkDotNet.Artifacts");

    private static string Find()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new MeasurementException(
            $"{Solution} isn't above {AppContext.BaseDirectory}: run from a checkout"
        );
    }
}
