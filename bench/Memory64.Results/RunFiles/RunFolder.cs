using System.Buffers;
using System.Globalization;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.RunFiles;

/// <summary>The folder of all results: <c>&lt;root&gt;/&lt;machine&gt;/&lt;engine&gt;.json</c>.</summary>
public sealed class RunFolder
{
    private const string Extension = ".json";
    private const int LongestName = 100;

    private static readonly SearchValues<char> SafeCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-~"
    );

    // Names that Windows gives to devices, whatever extension follows.
    private static readonly HashSet<string> DeviceNames = new(
        [
            "CON",
            "PRN",
            "AUX",
            "NUL",
            .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" }),
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Names the folder; it need not exist.</summary>
    /// <param name="root">The folder's path.</param>
    public RunFolder(string root)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        Root = root;
    }

    /// <summary>The folder's path.</summary>
    public string Root { get; }

    /// <summary>The path of a machine's folder.</summary>
    /// <param name="machine">The machine's id.</param>
    public string MachinePath(string machine) => Path.Combine(Root, SafeName(machine));

    /// <summary>The path of a run file.</summary>
    /// <param name="machine">The machine's id.</param>
    /// <param name="engine">The engine's id: its version, or whatever tells two builds of one version apart.</param>
    public string RunPath(string machine, string engine) =>
        Path.Combine(MachinePath(machine), SafeName(engine) + Extension);

    /// <summary>The folders that hold run files, in natural order; none where the root is missing.</summary>
    public IReadOnlyList<string> Machines() =>
        Directory.Exists(Root)
            ?
            [
                .. Directory
                    .EnumerateDirectories(Root)
                    .Where(folder => !IsHidden(Path.GetFileName(folder)) && EnginesIn(folder).Any())
                    .Select(folder => Path.GetFileName(folder))
                    .Order(NaturalComparer.Instance),
            ]
            : [];

    /// <summary>The engines of a machine, which are the names of its run files, oldest version first.</summary>
    /// <param name="machine">The machine's id.</param>
    public IReadOnlyList<string> Engines(string machine)
    {
        var folder = MachinePath(machine);
        return Directory.Exists(folder)
            ? [.. EnginesIn(folder).Order(NaturalComparer.Instance)]
            : [];
    }

    /// <summary>Loads all run files, machine by machine, oldest engine first.</summary>
    /// <exception cref="RunFileException">One can't be loaded, or lies in another machine's folder.</exception>
    public IReadOnlyList<StoredRun> LoadAll() => [.. Machines().SelectMany(LoadMachine)];

    /// <summary>Loads the run files of a machine, oldest engine first.</summary>
    /// <param name="machine">The name of its folder: one of <see cref="Machines"/>.</param>
    /// <exception cref="RunFileException">
    /// One can't be loaded, lies in another machine's folder, or is of another processor than those beside it.
    /// </exception>
    public IReadOnlyList<StoredRun> LoadMachine(string machine)
    {
        List<StoredRun> runs = [];
        foreach (
            var engine in EnginesIn(Path.Combine(Root, machine)).Order(NaturalComparer.Instance)
        )
        {
            var stored = Load(machine, engine);
            RefuseOtherProcessor(runs, stored.Run.Machine, PathOf(machine, engine));
            runs.Add(stored);
        }

        return runs;
    }

    /// <summary>
    /// The machine as its runs are named here. Where another processor's runs have its id already, as two machines have whose caches alone
    /// differ, the size of its last-level cache follows: <c>amd-epyc-zen5-2c-24g-llc32m</c>.
    /// </summary>
    /// <param name="machine">The machine as it names itself.</param>
    /// <exception cref="RunFileException">A run file of that id can't be loaded.</exception>
    public RunMachine Named(RunMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return
            Engines(machine.Id) is [var engine, ..]
            && Load(SafeName(machine.Id), engine).Run.Machine.ProcessorDifference(machine)
                is not null
            ? machine with
            {
                Id = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{machine.Id}-llc{machine.LastLevelCacheBytes >> 20}m"
                ),
            }
            : machine;
    }

    /// <summary>Makes sure that a run can lie beside those of a machine's folder: rows of two processors are of two machines.</summary>
    /// <param name="machine">What the run is measured on.</param>
    /// <exception cref="RunFileException">A run file there can't be loaded, or is of another processor.</exception>
    public void RequireSameProcessor(RunMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var folder = SafeName(machine.Id);
        if (Directory.Exists(Path.Combine(Root, folder)))
        {
            RefuseOtherProcessor(LoadMachine(folder), machine, "the new run");
        }
    }

    private void RefuseOtherProcessor(IEnumerable<StoredRun> runs, RunMachine machine, string later)
    {
        foreach (var stored in runs)
        {
            if (stored.Run.Machine.ProcessorDifference(machine) is { } difference)
            {
                throw new RunFileException(
                    PathOf(stored.Machine, stored.Engine),
                    $"is of another processor than {later} ({difference}); keep one of the two in another --results folder"
                );
            }
        }
    }

    private string PathOf(string folder, string engine) =>
        Path.Combine(Root, folder, engine + Extension);

    private StoredRun Load(string folder, string engine)
    {
        var path = PathOf(folder, engine);
        var run = RunFile.Load(path);
        var expected = SafeName(run.Machine.Id);
        return expected == folder
            ? new(folder, engine, run)
            : throw new RunFileException(
                path,
                $"is of machine {run.Machine.Id}; move it to the folder {expected}"
            );
    }

    /// <summary>The engines of a machine's folder, wherever it lies; in no order.</summary>
    /// <param name="folder">An existing folder.</param>
    public static IEnumerable<string> EnginesIn(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Select(path => Path.GetFileName(path))
            // The pattern of EnumerateFiles would also match other letter cases, but on some systems only.
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal) && !IsHidden(name))
            .Select(name => Path.GetFileNameWithoutExtension(name));

    // What systems leave beside files, such as ._50.0.1.json of macOS; no id is stored under such a name.
    private static bool IsHidden(string name) => name.StartsWith('.');

    /// <summary>
    /// The name under which an id is stored on every file system: what is not an ASCII letter, digit or one of
    /// <c>. _ + -</c> becomes <c>-</c>, a dot at either end <c>_</c>, and a Windows device gets a <c>_</c> before it. An id that
    /// is safe stays as it is.
    /// </summary>
    /// <param name="id">A machine's or engine's id, with at least one character that is not white space.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static string SafeName(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        char[] chars =
        [
            .. id.Trim().Take(LongestName).Select(c => SafeCharacters.Contains(c) ? c : '-'),
        ];
        ReplaceDot(ref chars[0]);
        ReplaceDot(ref chars[^1]);
        var shown = new string(chars);
        return DeviceNames.Contains(shown.Split('.')[0]) ? $"_{shown}" : shown;
    }

    private static void ReplaceDot(ref char c) => c = c == '.' ? '_' : c;
}
