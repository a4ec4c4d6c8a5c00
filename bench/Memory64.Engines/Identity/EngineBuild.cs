namespace Memory64.Engines.Identity;

/// <summary>One build of libwasmtime, checked: its library loads here and is a Wasmtime that this suite can call.</summary>
/// <param name="Version">Three numbers, as in "50.0.1", or "unknown" for a bare library that neither hash nor name identifies.</param>
/// <param name="Origin">The kind of package it is from, one of <see cref="EngineOrigin"/>; never a path.</param>
/// <param name="LibraryPath">Absolute path of the native library to load.</param>
/// <param name="Sha256">SHA-256 of the library file itself, 64 lower-case hex digits.</param>
public sealed record EngineBuild(string Version, string Origin, string LibraryPath, string Sha256);
