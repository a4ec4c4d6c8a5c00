namespace Memory64.Results.Benchmarks.Generation;

/// <summary>Made-up results in a folder of their own, which goes when they are done with.</summary>
internal sealed class TemporaryTree : IDisposable
{
    /// <summary>Writes the results.</summary>
    /// <param name="size">How many of what.</param>
    public TemporaryTree(TreeSize size)
    {
        Folder = Directory.CreateTempSubdirectory("memory64-results-").FullName;
        Paths = ResultsTree.Write(Folder, size);
    }

    /// <summary>The results folder.</summary>
    public string Folder { get; }

    /// <summary>The run files, machine by machine.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
