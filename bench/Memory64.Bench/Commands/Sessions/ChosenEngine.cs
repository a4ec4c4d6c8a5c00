using System.Text.RegularExpressions;
using Memory64.Bench.Commands.Exits;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;

namespace Memory64.Bench.Commands.Sessions;

/// <summary>An engine as the user names it: by version or path, or as <c>name=version</c> or <c>name=path</c>.</summary>
/// <param name="Label">What it is to be called, or <see langword="null"/> for its version.</param>
/// <param name="Place">Version or path.</param>
internal sealed partial record ChosenEngine(string? Label, string Place)
{
    /// <summary>Reads the value of <c>--engine</c>. A path may hold an equals sign of its own.</summary>
    /// <exception cref="UsageException">It is empty, the label is no name, or the path is no file.</exception>
    public static ChosenEngine Parse(string text)
    {
        var chosen = Split(text);
        return PlainFile.Refusal(chosen.Place) is { } refusal
            ? throw new UsageException(
                $"--engine {text}: {chosen.Place} {refusal}; give a library, wheel or nupkg"
            )
            : chosen;
    }

    private static ChosenEngine Split(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (text.Trim().Length == 0 || at == text.Length - 1)
        {
            throw new UsageException(
                $"--engine {text}: name a version or a path, or both a name and one of these: NAME=PATH"
            );
        }

        if (at < 0 || Path.Exists(text) || text[..at].AsSpan().ContainsAny('/', '\\'))
        {
            return new(null, text);
        }

        var label = text[..at];
        return Name().IsMatch(label) && !EngineVersion.IsVersion(label)
            ? new(label, text[(at + 1)..])
            : throw new UsageException(
                $"--engine {text}: '{label}' is no name for an engine; letters, digits, . _ and - make one, up to 60 of them, and it is no version"
            );
    }

    /// <summary>Resolves engines that a user named, or the default one, and gives each a name of its own.</summary>
    /// <param name="texts">What the user wrote, one an engine; nothing means the default one.</param>
    /// <param name="recorded">The SHA-256 of the build that is recorded under a name, or <see langword="null"/>.</param>
    /// <exception cref="UsageException">One can't be understood.</exception>
    /// <exception cref="EngineException">One isn't there.</exception>
    public static IReadOnlyList<PlannedEngine> NameAll(
        IReadOnlyList<string> texts,
        Func<string, string?>? recorded = null
    ) =>
        PlannedEngine.NameAll(
            texts.Count == 0
                ? [(null, EngineLocator.Store.Default)]
                :
                [
                    .. texts
                        .Select(Parse)
                        .Select(chosen =>
                            (chosen.Label, EngineLocator.Store.Resolve(chosen.Place))
                        ),
                ],
            recorded ?? (_ => null)
        );

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]{0,59}\z", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
