using Memory64.Models.Synthesis;

namespace Memory64.Bench.Harness.Cases;

/// <summary>
/// A file that rounds read and that takes longer to write than they take: the host writes it once and holds it while rounds that want
/// it follow each other. A process that the host hasn't started writes its own.
/// </summary>
/// <param name="Name">Of its content.</param>
/// <param name="Write">Writes it.</param>
public sealed record SharedFile(string Name, Func<ModelFile> Write)
{
    private const string Variable = "MEMORY64_SHARED_FILE";
    private const char Separator = '=';

    /// <summary>Tells processes that are started from now on where it lies.</summary>
    /// <param name="file">The file, or <see langword="null"/> where none is held.</param>
    public void Announce(ModelFile? file) =>
        Environment.SetEnvironmentVariable(
            Variable,
            file is null ? null : $"{Name}{Separator}{file.Path}"
        );

    /// <summary>Where the host holds it; <see langword="null"/> where it doesn't.</summary>
    public string? Path =>
        Environment.GetEnvironmentVariable(Variable) is { } held
        && held.StartsWith($"{Name}{Separator}", StringComparison.Ordinal)
            ? held[(Name.Length + 1)..]
            : null;
}
