namespace Memory64.Bench.Harness;

/// <summary>The checkout that this program was built in. BenchmarkDotNet builds the measured program from it.</summary>
public static class Repository
{
    private const string Solution = "Memory64.Bench.sln";

    // BenchmarkDotNet writes the path into a project file and a command line as it is, where these mean something else.
    private const string Unbuildable = "&,;'<";

    // Not in a static initializer, whose exception would arrive wrapped.
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>Its root folder.</summary>
    /// <exception cref="MeasurementException">The program was moved out of its checkout.</exception>
    public static string Root => Found.Value;

    /// <summary>The script that starts this program, as messages name it.</summary>
    public static string Launcher { get; } =
        OperatingSystem.IsWindows() ? "./run-bench.ps1" : "./run-bench.sh";

    /// <summary>The project of this program.</summary>
    public static string ProjectPath =>
        Path.Combine(Root, "bench", "Memory64.Bench", "Memory64.Bench.csproj");

    /// <summary>Where results go unless the user names another folder.</summary>
    public static string ResultsPath => Path.Combine(Root, "results");

    /// <summary>The page that shows the latest run of a results folder: the README, for the checkout's own folder only.</summary>
    public static string? ReadmeOf(string resultsFolder) =>
        Path.GetFullPath(resultsFolder) == ResultsPath ? Path.Combine(Root, "README.md") : null;

    /// <summary>Where BenchmarkDotNet's log goes.</summary>
    public static string ArtifactsPath => Path.Combine(Root, "BenchmarkDotNet.Artifacts");

    /// <summary>Makes sure, before anything else is done, that the measured program can be built where the checkout lies.</summary>
    /// <exception cref="MeasurementException">It can't.</exception>
    public static void RequireBuildable()
    {
        if (Root.FirstOrDefault(Unbuildable.Contains) is var character and not '\0')
        {
            throw new MeasurementException(
                $"{Root}: BenchmarkDotNet can't build below a folder with {character} in its name; move the checkout"
            );
        }
    }

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
