namespace Memory64.Bench.Guests;

/// <summary>An area of a memory that the host reads or writes: the memory itself, or a copy of one that lies in another process.</summary>
/// <param name="data">Where it lies.</param>
/// <param name="end">Called when it is no longer needed; <see langword="null"/> where there is nothing to do.</param>
public sealed unsafe class MemoryView(byte* data, Action? end = null) : IDisposable
{
    /// <summary>Where its first byte lies.</summary>
    public byte* Data { get; } = data;

    /// <inheritdoc/>
    public void Dispose() => end?.Invoke();
}
