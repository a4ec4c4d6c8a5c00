using Memory64.Engines.Identity;

namespace Memory64.Engines.Store;

/// <summary>A file in a folder whose name says that it is an engine; nothing of it was read.</summary>
/// <param name="Version">As in <see cref="EngineBuild"/>; perhaps too old.</param>
/// <param name="Origin">One of <see cref="EngineOrigin"/>.</param>
/// <param name="FilePath">Absolute path of the package or library.</param>
/// <param name="Fits">False for a package of another platform.</param>
internal sealed record EngineCandidate(string Version, string Origin, string FilePath, bool Fits);
