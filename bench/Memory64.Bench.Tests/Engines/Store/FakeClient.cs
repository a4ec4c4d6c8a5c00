using Memory64.Engines.Identity;
using Memory64.Engines.Packages;

namespace Memory64.Bench.Tests.Engines.Store;

/// <summary>A package client that does what a test says.</summary>
internal sealed class FakeClient(string name, Func<string, string, string> download)
    : IPackageClient
{
    public string Name => name;

    internal int Calls { get; private set; }

    public string Download(string version, string folder)
    {
        Calls++;
        return download(version, folder);
    }

    internal static FakeClient Without(string name, string answer) =>
        new(name, (_, _) => throw new EngineException(answer));
}
