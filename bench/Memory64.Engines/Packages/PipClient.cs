using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>Downloads by <c>pip download</c>, from whatever index the user's own configuration names.</summary>
public sealed class PipClient : IPackageClient
{
    private readonly IReadOnlyList<string[]> _commands;
    private readonly IReadOnlyDictionary<string, string> _environment;

    /// <summary>Uses the first pip that there is: <c>python3 -m pip</c>, <c>pip</c>, <c>py -m pip</c>.</summary>
    public PipClient()
        : this(
            [
                ["python3", "-m", "pip"],
                ["pip"],
                ["py", "-m", "pip"],
            ],
            new Dictionary<string, string>(StringComparer.Ordinal)
        ) { }

    internal PipClient(
        IReadOnlyList<string[]> commands,
        IReadOnlyDictionary<string, string> environment
    )
    {
        _commands = commands;
        _environment = environment;
    }

    /// <inheritdoc/>
    public string Name => "pip";

    /// <inheritdoc/>
    public string Download(string version, string folder)
    {
        // Asking for the version first tells a missing pip from one that finds no package.
        var pip =
            _commands.FirstOrDefault(command =>
                Run(command, ["--version"], folder) is { ExitCode: 0 }
            ) ?? throw new EngineException("no pip on this machine.");
        string[] arguments =
        [
            "download",
            $"wasmtime=={version}",
            "--no-deps",
            "--only-binary",
            ":all:",
            "--no-input",
            "--disable-pip-version-check",
            "-d",
            folder,
        ];
        var (exitCode, output) = Run(pip, arguments, folder)!.Value;
        if (
            exitCode == 0
            && Directory.EnumerateFiles(folder, "*" + WheelName.Extension).FirstOrDefault()
                is { } wheel
        )
        {
            return wheel;
        }

        var error = output
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith("ERROR: ", StringComparison.Ordinal));
        throw new EngineException(
            error?["ERROR: ".Length..].Trim() ?? $"pip download ended with {exitCode}."
        );
    }

    private (int ExitCode, string Output)? Run(
        string[] command,
        IEnumerable<string> arguments,
        string folder
    ) => ClientProcess.Run(command[0], [.. command[1..], .. arguments], folder, _environment);
}
