namespace Memory64.Bench.Harness.Records;

/// <summary>
/// Keeps a second run out of a folder. The system gives it up when the process ends, however it ends.
/// </summary>
public sealed class RunLock : IDisposable
{
    private const string FileName = ".lock";

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Keeps other runs from writing to a results folder.</summary>
    /// <param name="folder">An existing folder that can be written.</param>
    /// <exception cref="MeasurementException">Another run holds it.</exception>
    public static RunLock OfResults(string folder) =>
        Take(
            folder,
            "another run is writing its results there; wait for it, or name another folder by --results"
        );

    /// <summary>
    /// Keeps other runs from measuring with the same build of the program, wherever they write: BenchmarkDotNet builds the measured
    /// program beside it, and would replace what is being measured.
    /// </summary>
    /// <param name="folder">The program's folder.</param>
    /// <exception cref="MeasurementException">Another run holds it.</exception>
    public static RunLock OfProgram(string folder) =>
        Take(
            folder,
            "another run of this program is measuring; wait for it, because two at once disturb each other"
        );

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static RunLock Take(string folder, string held)
    {
        try
        {
            return new(
                new(
                    Path.Combine(folder, FileName),
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
            throw new MeasurementException($"{folder}: {held}", exception);
        }
    }
}
