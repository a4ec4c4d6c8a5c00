namespace Memory64.Bench.Harness;

/// <summary>
/// The checkout that this program was built in, if it lies in one: a published program measures anywhere, and writes to the current
/// folder.
/// </summary>
public static class Repository
{
    private const string Solution = "Memory64.Bench.sln";

    private static readonly string? Checkout = Find();

    /// <summary>The checkout's root folder; of a program that lies in none, the current folder.</summary>
    public static string Root => Checkout ?? Environment.CurrentDirectory;

    /// <summary>How this program is started, as messages name it.</summary>
    public static string Launcher { get; } =
        Checkout is null ? "Memory64.Bench"
        : OperatingSystem.IsWindows() ? "./run-bench.ps1"
        : "./run-bench.sh";

    /// <summary>Where results go unless the user names another folder.</summary>
    public static string ResultsPath => Path.Combine(Root, "results");

    /// <summary>The page that shows the latest run of a results folder: the README, for the checkout's own folder only.</summary>
    public static string? ReadmeOf(string resultsFolder) =>
        Checkout is not null && Path.GetFullPath(resultsFolder) == ResultsPath
            ? Path.Combine(Checkout, "README.md")
            : null;

    /// <summary>Where logs go, and copies of libraries.</summary>
    public static string ArtifactsPath => Path.Combine(Root, "BenchmarkDotNet.Artifacts");

    private static string? Find()
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

        return null;
    }
}
