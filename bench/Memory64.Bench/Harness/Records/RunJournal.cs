using Memory64.Bench.Harness.Running;

namespace Memory64.Bench.Harness.Records;

/// <summary>
/// The file that keeps a run while it is measured: a line for the plan, then one a round, each on the disk before the next
/// round begins. Whatever ends the run loses the round under way at most. It is deleted once the run files are written.
/// </summary>
public sealed class RunJournal : IMeasurementObserver, IDisposable
{
    private const string FileName = ".journal";

    private readonly Lock _lock = new();
    private readonly Stream _stream;
    private readonly string _path;
    private bool _isClosed;

    /// <summary>Writes to a stream from its position on.</summary>
    /// <param name="stream">The journal; is disposed with this.</param>
    /// <param name="path">Its name in messages.</param>
    public RunJournal(Stream stream, string path) => (_stream, _path) = (stream, path);

    /// <summary>Where the journal of a results folder lies: a folder has one run at a time.</summary>
    public static string PathIn(string resultsFolder) => Path.Combine(resultsFolder, FileName);

    /// <summary>Begins the journal of a run.</summary>
    /// <exception cref="MeasurementException">It can't be written.</exception>
    public static RunJournal Begin(string path, JournalHeader header)
    {
        var journal = new RunJournal(Open(path, FileMode.Create), path);
        journal.Append(header);
        return journal;
    }

    /// <summary>Goes on with a journal; a line that was torn at its end is cut off.</summary>
    /// <param name="journal">What was read of it.</param>
    /// <exception cref="MeasurementException">It can't be written.</exception>
    public static RunJournal GoOn(UnfinishedRun journal)
    {
        var stream = Open(journal.Path, FileMode.Open);
        stream.SetLength(journal.WholeBytes);
        stream.Position = journal.WholeBytes;
        return new(stream, journal.Path);
    }

    /// <inheritdoc/>
    public void RoundStarted(PlannedCase planned, int round) { }

    /// <inheritdoc/>
    /// <exception cref="MeasurementException">The journal can't be written: going on would measure in vain.</exception>
    public void RoundEnded(RoundResult result) => Append(JournalRound.Of(result));

    /// <summary>Deletes the file: what it held is in the run files.</summary>
    public void Finish()
    {
        Dispose();
        File.Delete(_path);
    }

    /// <summary>Closes the file. Rounds that end later, because the program is being stopped, are not written.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            _stream.Dispose();
        }
    }

    private static FileStream Open(string path, FileMode mode)
    {
        try
        {
            // Unbuffered: what a failed write left in a buffer would fail again on disposal.
            return new(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, exception);
        }
    }

    private void Append<T>(T line)
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                Write(JournalJson.Write(line));
            }
        }
    }

    private void Write(byte[] line)
    {
        try
        {
            _stream.Write(line);
            if (_stream is FileStream file)
            {
                file.Flush(flushToDisk: true);
            }
        }
        catch (IOException exception)
        {
            throw Unwritable(_path, exception);
        }
    }

    private static MeasurementException Unwritable(string path, Exception exception) =>
        new(
            $"{path}: can't be written ({exception.Message}); mend that, then {Repository.Launcher} --resume goes on"
        );
}
