namespace Memory64.Engines.Identity;

/// <summary>One build of an engine, checked: a libwasmtime that loads here and that this suite can call, or a Node.js that starts here.</summary>
/// <param name="Version">
/// Three numbers, as in "50.0.1", or "unknown" for a bare library that neither hash nor name identifies; of V8 that of its Node.js, as in
/// "v8@26.10.0".
/// </param>
/// <param name="Origin">The kind of package it is from, one of <see cref="EngineOrigin"/>; never a path.</param>
/// <param name="LibraryPath">Absolute path of the native library to load, or of the program to start.</param>
/// <param name="Sha256">SHA-256 of that file itself, 64 lower-case hex digits.</param>
public sealed record EngineBuild(string Version, string Origin, string LibraryPath, string Sha256)
{
    /// <summary>Whose engine it is.</summary>
    public EngineKind Kind => EngineVersion.KindOf(Version);

    /// <summary>What runs the guests where the version doesn't say so, as in "V8 14.6.202.34"; else <see langword="null"/>.</summary>
    public string? Runtime { get; init; }
}
