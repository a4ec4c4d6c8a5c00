using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Running;
using Memory64.Results.Units;

namespace Memory64.Bench.Harness.Records;

/// <summary>A case on an engine, as a journalled run planned it.</summary>
/// <param name="Engine">The engine's name in the run.</param>
/// <param name="Id">The case's id.</param>
/// <param name="GuestSha256">SHA-256 of its guest, or <see langword="null"/> for a native control.</param>
/// <param name="Settings">What it sets on its engine.</param>
/// <param name="Unit">The unit in which it is shown.</param>
/// <param name="Operations">Operations of one invocation.</param>
/// <param name="Bytes">Bytes that an operation moves.</param>
/// <param name="SkipReason">Why it isn't measured, or <see langword="null"/>.</param>
/// <param name="Duels">What it is measured against.</param>
public sealed record JournalCase(
    string Engine,
    string Id,
    string? GuestSha256,
    SortedDictionary<string, string> Settings,
    TimeUnit Unit,
    long Operations,
    long Bytes,
    string? SkipReason,
    IReadOnlyList<JournalDuel> Duels
)
{
    /// <summary>The entry of a planned case.</summary>
    public static JournalCase Of(PlannedCase planned) =>
        new(
            planned.Engine.Id,
            planned.Case.Id,
            planned.Case.Description.Guest?.Sha256,
            planned.Case.Description.Settings.Describe(),
            planned.Case.Description.Unit,
            planned.Case.Description.Operations,
            planned.Case.Description.Bytes,
            planned.SkipReason,
            [.. planned.Duels.Select(JournalDuel.Of)]
        );

    /// <summary>What this program's case of the same id has otherwise, in words; <see langword="null"/> where nothing.</summary>
    public string? Difference(Case today)
    {
        if (today.Description.Guest?.Sha256 != GuestSha256)
        {
            return $"{Id}: its guest is another build";
        }

        var settings = today.Description.Settings.Describe();
        if (!settings.SequenceEqual(Settings))
        {
            return $"{Id}: its settings were {Text(Settings)}, now {Text(settings)}";
        }

        var description = today.Description;
        return
            (description.Unit, description.Operations, description.Bytes)
            == (Unit, Operations, Bytes)
            ? null
            : $"{Id}: its unit, operations or bytes are others";
    }

    private static string Text(SortedDictionary<string, string> settings) =>
        settings.Count == 0
            ? "the engine's defaults"
            : string.Join(", ", settings.Select(setting => $"{setting.Key}={setting.Value}"));
}
