using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;

namespace Memory64.Bench.Harness.Running;

/// <summary>The shared file of the rounds that are measured now; at most one at a time.</summary>
internal sealed class HeldFile : IDisposable
{
    private SharedFile? _shared;
    private WrittenFile? _file;

    /// <summary>What is held now, as measured processes are told of it.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        _shared is null
            ? Inputs.None.Files
            : new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [_shared.Name] = _file!.Path,
            };

    /// <summary>Holds what the next round wants, and gives back what it doesn't.</summary>
    /// <param name="shared">Its file, or <see langword="null"/> where it wants none.</param>
    /// <exception cref="IOException">There is no room for it.</exception>
    public void Hold(SharedFile? shared)
    {
        if (shared?.Name == _shared?.Name)
        {
            return;
        }

        Dispose();
        if (shared is not null)
        {
            _file = shared.Write();
            _shared = shared;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        (_shared, _file) = (null, null);
    }
}
