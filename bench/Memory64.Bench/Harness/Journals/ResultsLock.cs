using Memory64.Bench.Harness.Measuring;

namespace Memory64.Bench.Harness.Journals;

/// <summary>
/// Keeps a second run out of a results folder. The system gives it up when the process ends, however it ends.
/// </summary>
public sealed class ResultsLock : IDisposable
{
    private const string FileName = ".lock";

    private readonly FileStream _file;

    private ResultsLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="resultsFolder">An existing folder that can be written.</param>
    /// <exception cref="MeasurementException">Another run holds it.</exception>
    public static ResultsLock Take(string resultsFolder)
    {
        try
        {
            return new(
                new(
                    Path.Combine(resultsFolder, FileName),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    bufferSize: 1,
                    FileOptions.DeleteOnClose
                )
            );
        }
        catch (IOException exception)
        {
            throw new MeasurementException(
                $"{resultsFolder}: another run is writing its results there; wait for it, or name another folder by --results",
                exception
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
