using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>Downloads Node.js' program by <c>npm pack</c>, from whatever registry the user's own configuration names.</summary>
public sealed class NpmClient : IPackageClient
{
    private readonly string _command;
    private readonly EnginePlatform _platform;
    private readonly IReadOnlyDictionary<string, string> _environment;

    /// <summary>Uses the npm that there is.</summary>
    public NpmClient()
        : this(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
            EnginePlatform.Current,
            new Dictionary<string, string>(StringComparer.Ordinal)
        ) { }

    internal NpmClient(
        string command,
        EnginePlatform platform,
        IReadOnlyDictionary<string, string> environment
    )
    {
        _command = command;
        _platform = platform;
        _environment = environment;
    }

    /// <inheritdoc/>
    public string Name => "npm";

    /// <inheritdoc/>
    public EngineKind Kind => EngineKind.V8;

    /// <inheritdoc/>
    public string Download(string version, string folder)
    {
        var package =
            _platform.NodePackage
            ?? throw new EngineException($"it has no Node.js for {_platform.Name}.");
        var (exitCode, output) =
            ClientProcess.Run(
                _command,
                [
                    "pack",
                    $"{package}@{EngineVersion.NumbersOf(version)}",
                    "--silent",
                    "--pack-destination",
                    folder,
                ],
                folder,
                _environment
            ) ?? throw new EngineException("no npm on this machine.");
        if (
            exitCode == 0
            && Directory.EnumerateFiles(folder, "*" + NodeName.Extension).FirstOrDefault()
                is { } packed
        )
        {
            return packed;
        }

        var answer = FileGuard.OneLine(output);
        throw new EngineException(answer.Length > 0 ? answer : $"npm pack ended with {exitCode}.");
    }
}
