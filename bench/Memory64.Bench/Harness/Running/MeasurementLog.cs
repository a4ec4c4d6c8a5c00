using System.Globalization;

namespace Memory64.Bench.Harness.Running;

/// <summary>What measured processes and BenchmarkDotNet in them said, in a file that is there once something was.</summary>
internal sealed class MeasurementLog : IDisposable
{
    private readonly string _path;

    /// <summary>Opens it.</summary>
    /// <param name="folder">Where; it need not be there.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    public MeasurementLog(string folder)
    {
        _path = System.IO.Path.Combine(
            Directory.CreateDirectory(folder).FullName,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Benchmark-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.log"
            )
        );
        Writer = new StreamWriter(_path);
    }

    /// <summary>Where it is written to.</summary>
    public TextWriter Writer { get; }

    /// <summary>Where it lies; <see langword="null"/> where nothing was said.</summary>
    public string? Path
    {
        get
        {
            Writer.Flush();
            return new FileInfo(_path).Length > 0 ? _path : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var isEmpty = Path is null;
        Writer.Dispose();
        if (isEmpty)
        {
            File.Delete(_path);
        }
    }
}
