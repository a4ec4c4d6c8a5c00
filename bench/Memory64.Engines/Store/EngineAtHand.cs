using Memory64.Engines.Identity;

namespace Memory64.Engines.Store;

/// <summary>An engine that was found without a download, as <c>engines</c> lists it.</summary>
/// <param name="Version">As in <see cref="EngineBuild"/>.</param>
/// <param name="Origin">One of <see cref="EngineOrigin"/>.</param>
/// <param name="Place">Absolute path of the package or library.</param>
/// <param name="Sha256">
/// SHA-256 of the library (for a package: of the library inside), or null where <paramref name="Problem"/> says why there is none.
/// </param>
/// <param name="Problem">
/// Null if all checks that need no loading passed, else why <see cref="EngineStore.Resolve"/> would refuse it, in one line.
/// </param>
public sealed record EngineAtHand(
    string Version,
    string Origin,
    string Place,
    string? Sha256,
    string? Problem
);
