namespace Memory64.Engines.Identity;

/// <summary>A library in engines.json.</summary>
/// <param name="Version">Wasmtime's version.</param>
/// <param name="Origin">"wheel", or "nuget" for both the referenced package and its file.</param>
/// <param name="Platform">Name of the <see cref="EnginePlatform"/>.</param>
/// <param name="Sha256">SHA-256 of the library, lower-case hex.</param>
internal sealed record KnownLibrary(string Version, string Origin, string Platform, string Sha256);
