using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>An ordinary package client that can download an engine.</summary>
public interface IPackageClient
{
    /// <summary>What messages call it.</summary>
    string Name { get; }

    /// <summary>Whose engine it can download.</summary>
    EngineKind Kind => EngineKind.Wasmtime;

    /// <summary>Downloads the package of one version.</summary>
    /// <param name="version">As in "50.0.1", or "v8@26.10.0".</param>
    /// <param name="folder">An empty folder that is the client's own; removed afterwards.</param>
    /// <returns>Absolute path of the package, somewhere in <paramref name="folder"/>.</returns>
    /// <exception cref="EngineException">It has none; the message is the client's answer in a few words.</exception>
    string Download(string version, string folder);
}
