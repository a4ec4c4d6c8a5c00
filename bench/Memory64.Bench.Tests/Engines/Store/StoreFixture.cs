using Memory64.Engines.Store;

namespace Memory64.Bench.Tests.Engines.Store;

/// <summary>A store with one folder, an empty cache and no clients, for libraries that are no real ones.</summary>
internal sealed class StoreFixture : IDisposable
{
    internal const string DefaultVersion = "50.0.1";

    private readonly TemporaryFolder _temporary = new();

    internal StoreFixture()
    {
        Options = new()
        {
            DefaultVersion = DefaultVersion,
            Folders = [Folder],
            CacheFolder = Cache,
            Inspect = (library, place) => Inspected.Add((library, place)),
        };
    }

    internal string Folder => _temporary.At("engines");

    internal string Cache => _temporary.At("cache");

    internal List<(string Library, string Place)> Inspected { get; } = [];

    internal EngineStoreOptions Options { get; set; }

    internal EngineStore Store => new(Options);

    internal string At(params string[] parts) => _temporary.At(parts);

    internal string Write(string name, byte[] content) => _temporary.Write(name, content);

    public void Dispose() => _temporary.Dispose();
}
