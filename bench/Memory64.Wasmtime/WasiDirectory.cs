namespace Memory64.Wasmtime;

/// <summary>A directory that a guest of WASI may use.</summary>
/// <param name="HostPath">Where it lies.</param>
/// <param name="GuestPath">The name by which the guest finds it, as in <c>.</c> or <c>/data</c>.</param>
/// <param name="ReadOnly">
/// Whether the guest may only list and read. Engines before 27 (those without <see cref="EngineFeature.ReadOnlyDirectories"/>) have
/// no such choice: they refuse it.
/// </param>
public sealed record WasiDirectory(string HostPath, string GuestPath, bool ReadOnly);
