using Memory64.Engines.Identity;

namespace Memory64.Engines.Packages;

/// <summary>An ordinary package client that can download Wasmtime.</summary>
public interface IPackageClient
{
    /// <summary>What messages call it.</summary>
    string Name { get; }

    /// <summary>Downloads the package of one version.</summary>
    /// <param name="version">Three numbers, as in "50.0.1".</param>
    /// <param name="folder">An empty folder that is the client's own; removed afterwards.</param>
    /// <returns>Absolute path of the .whl or .nupkg, somewhere in <paramref name="folder"/>.</returns>
    /// <exception cref="EngineException">It has none; the message is the client's answer in a few words.</exception>
    string Download(string version, string folder);
}
