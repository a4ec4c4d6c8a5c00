using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Machines;
using Memory64.Results.RunFiles;

namespace Memory64.Bench.Commands.Compare;

/// <summary>Finds the recorded runs that a user names: by path, by machine folder, or by engine version on this machine.</summary>
internal static class RunFinder
{
    /// <summary>The runs on both sides that belong together, engine by engine.</summary>
    /// <param name="baseName">A run file, a machine's folder, or an engine version.</param>
    /// <param name="newName">A run file, a machine's folder, or an engine version; a folder is compared with a folder only.</param>
    /// <param name="results">The results folder in which versions are looked for.</param>
    /// <exception cref="UsageException">There is no such run, or the two sides have nothing in common.</exception>
    /// <exception cref="RunFileException">A run file can't be read.</exception>
    public static RunPairs Pairs(string baseName, string newName, string results)
    {
        if (Directory.Exists(baseName) != Directory.Exists(newName))
        {
            throw new UsageException(
                $"compare {baseName} {newName}: a machine's folder is compared with another one only"
            );
        }

        foreach (var name in (string[])[baseName, newName])
        {
            RefuseResults(name);
        }

        // Probed only where a version is named, and then once.
        var machine = new Lazy<string>(() => new RunFolder(results).Named(MachineProbe.Read()).Id);
        return Directory.Exists(baseName)
            ? PairsOfFolders(baseName, newName)
            : PairOfRuns(PathOf(baseName, results, machine), PathOf(newName, results, machine));
    }

    // Beside the machines' folders lie files that are no run files.
    private static void RefuseResults(string name)
    {
        if (Directory.Exists(name) && new RunFolder(name).Machines() is { Count: > 0 } machines)
        {
            throw new UsageException(
                $"compare: {name} holds the folders of machines; name one of them: {string.Join(", ", machines.Select(machine => Path.Combine(name, machine)))}"
            );
        }
    }

    private static RunPairs PairOfRuns(string basePath, string newPath) =>
        new(
            [(RunFile.Load(basePath), RunFile.Load(newPath))],
            Between: Others(basePath, newPath),
            OnlyInBase: [],
            OnlyInNew: []
        );

    // Only files of the folder of both: two runs of other places say nothing of what lies beside them.
    private static List<RunFile> Others(string basePath, string newPath)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(newPath))!;
        return folder == Path.GetDirectoryName(Path.GetFullPath(basePath))
            ?
            [
                .. Engines(folder)
                    .Where(engine =>
                        engine != Path.GetFileNameWithoutExtension(newPath)
                        && engine != Path.GetFileNameWithoutExtension(basePath)
                    )
                    .Select(engine => Load(folder, engine)),
            ]
            : [];
    }

    private static RunPairs PairsOfFolders(string baseFolder, string newFolder)
    {
        var (older, newer) = (Engines(baseFolder), Engines(newFolder));
        var both = older.Intersect(newer).ToList();
        return both.Count > 0
            ? new(
                [.. both.Select(engine => (Load(baseFolder, engine), Load(newFolder, engine)))],
                Between: [],
                [.. older.Except(newer)],
                [.. newer.Except(older)]
            )
            : throw new UsageException(
                $"compare {baseFolder} {newFolder}: no engine was measured on both; name two run files"
            );
    }

    private static List<string> Engines(string folder) =>
        [.. RunFolder.EnginesIn(folder).Order(NaturalComparer.Instance)];

    private static RunFile Load(string folder, string engine) =>
        RunFile.Load(Path.Combine(folder, $"{engine}.json"));

    private static string PathOf(string name, string results, Lazy<string> machineId)
    {
        if (name.Trim().Length == 0)
        {
            throw new UsageException(
                "compare: a name is empty; give a run file, a machine's folder or an engine version"
            );
        }

        if (File.Exists(name))
        {
            return name;
        }

        var folder = new RunFolder(results);
        var machine = machineId.Value;
        var path = folder.RunPath(machine, name);
        return File.Exists(path)
            ? path
            : throw new UsageException(
                $"compare: {name} is neither a run file nor an engine measured on {machine} ({Measured(folder, machine)}); run {Repository.Launcher} --engine {name}"
            );
    }

    private static string Measured(RunFolder folder, string machine) =>
        folder.Engines(machine) is { Count: > 0 } engines
            ? $"there are {string.Join(", ", engines)}"
            : "none yet";
}
