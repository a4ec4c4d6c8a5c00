using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Running;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;

namespace Memory64.Bench.Harness.Records;

/// <summary>The run files that a run will write to, one an engine, and what they hold so far.</summary>
public sealed class RecordBook
{
    private readonly string _folder;
    private readonly IReadOnlyList<(PlannedEngine Engine, string Path, RunFile? Older)> _files;

    /// <summary>Reads what earlier runs left.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="machine">The machine's id.</param>
    /// <param name="engines">The engines of the run.</param>
    /// <exception cref="RunFileException">A file of an earlier run can't be read.</exception>
    public RecordBook(string folder, string machine, IEnumerable<PlannedEngine> engines)
    {
        _folder = folder;
        _files =
        [
            .. from engine in engines
            let path = new RunFolder(folder).RunPath(machine, engine.Id)
            select (engine, path, File.Exists(path) ? RunFile.Load(path) : null),
        ];
        RefuseFolders(_files.Select(file => file.Path));
    }

    /// <summary>
    /// Makes sure that the run's records can join the older ones, and that everything beside them can be published, before
    /// hours are spent on them.
    /// </summary>
    /// <exception cref="RunFileException">
    /// They can't: another processor, another build of the engine, other guests; or a file in the folder is no run file.
    /// </exception>
    public void CheckJoinable(RunRecorder recorder)
    {
        new RunFolder(_folder).RequireSameProcessor(recorder.Machine);
        foreach (var (engine, path, older) in _files)
        {
            _ = Join(older, recorder, engine, path);
        }

        RefuseFolders(
            Publisher
                .Render(_folder, Suite.Book, Repository.ReadmeOf(_folder))
                .Select(page => page.Path)
        );
    }

    /// <summary>Writes every run file, joined with what it held.</summary>
    /// <returns>Their paths.</returns>
    /// <exception cref="RunFileException">A file can't be written.</exception>
    public IReadOnlyList<string> Save(RunRecorder recorder)
    {
        foreach (var (engine, path, older) in _files)
        {
            Join(older, recorder, engine, path).Save(path);
        }

        return [.. _files.Select(file => file.Path)];
    }

    /// <summary>Publishes the pages of the folder.</summary>
    /// <returns>Their paths.</returns>
    /// <exception cref="RunFileException">A run file can't be read.</exception>
    public IReadOnlyList<string> Publish() =>
        [
            .. Publisher
                .Publish(_folder, Suite.Book, Repository.ReadmeOf(_folder))
                .Select(page => page.Path),
        ];

    private static void RefuseFolders(IEnumerable<string> paths)
    {
        if (paths.FirstOrDefault(Directory.Exists) is { } folder)
        {
            throw new RunFileException(folder, "is a folder where a file belongs; rename it");
        }
    }

    private static RunFile Join(
        RunFile? older,
        RunRecorder recorder,
        PlannedEngine engine,
        string path
    ) =>
        older is null
            ? recorder.Record(engine)
            : RunFile.Merge(older, recorder.Record(engine), path, recorder.CutShort(engine));
}
