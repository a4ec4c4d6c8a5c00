using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Memory64.Results.RunFiles.Json;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Results.RunFiles;

/// <summary>How a run file is written as JSON.</summary>
internal static class RunFileJson
{
    private static readonly JsonSerializerOptions Options = CreateOptions();

    /// <summary>How run files are written.</summary>
    public static JsonSerializerOptions Format => Options;

    public static string Serialize(RunFile run) => JsonSerializer.Serialize(run, Options) + "\n";

    public static RunFile Deserialize(JsonElement root) => root.Deserialize<RunFile>(Options)!;

    /// <summary>Reads UTF-8 in one pass; null for what is no run file, without saying why.</summary>
    public static RunFile? TryDeserialize(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<RunFile>(utf8, Options) is { } run && !HasHoles(run)
                ? run
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The serializer takes null as an element of what is declared not to hold any.
    private static bool HasHoles(RunFile run) =>
        run.Cases.Any(c =>
            c is null
            || c.Rounds.Contains(null)
            || c.Parameters.ContainsValue(null!)
            || c.Settings.ContainsValue(null!)
            || c.Controls.ContainsValue(null!)
            || c.Duels.Any(duel => duel is null || duel.Rounds.Contains(null))
        );

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            IndentSize = 2,
            NewLine = "\n",
            // The file is read by people and never put into HTML: µ and + stay what they are.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver
            {
                Modifiers = { LeaveOutWhatIsEmpty },
            },
        };
        options.Converters.Add(new ExactWordConverter<CaseStatus>());
        options.Converters.Add(new ExactWordConverter<TimeUnit>());
        options.Converters.Add(new ExactWordConverter<DuelClock>());
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutWhatIsEmpty(JsonTypeInfo type)
    {
        foreach (
            var property in type.Properties.Where(p =>
                p.Name is "controls" or "metrics" or "duels" or "ratios" or "creations"
            )
        )
        {
            property.ShouldSerialize = (_, values) => values is ICollection { Count: > 0 };
        }
    }
}
