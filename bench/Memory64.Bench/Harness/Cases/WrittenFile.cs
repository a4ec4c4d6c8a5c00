namespace Memory64.Bench.Harness.Cases;

/// <summary>A file that is gone when it is disposed.</summary>
/// <param name="Path">By which every process of this user can open it until then.</param>
/// <param name="Owner">Has it; disposed with this.</param>
public sealed record WrittenFile(string Path, IDisposable Owner) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Owner.Dispose();
}
