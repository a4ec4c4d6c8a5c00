using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Results.RunFiles;

/// <summary>The JSON schema of run files, for programs that check or read them.</summary>
public static class RunFileSchema
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["schema"] =
            "The schema of the file. 1 has no metrics and no machine of an earlier run; up to 2 a duel's round has ratios, from 3 on ratio and creations.",
        ["started"] = "When the run was started, in UTC.",
        ["profile"] = "smoke, standard or full.",
        ["processor"] =
            "What the processor says it is, by CPUID or MIDR. Optional: not every processor tells.",
        ["lastLevelCacheBytes"] =
            "Bytes of the last-level cache that a core reaches, or all of the processor's where it tells no more; 0 where that is not known.",
        ["iterations"] =
            "Nanoseconds for one operation, one value an iteration. A round's value is their median.",
        ["operations"] =
            "How many operations one invocation did. Stored times are for one of them.",
        ["bytes"] = "Bytes that one operation moves; 0 where throughput means nothing.",
        ["unit"] =
            "The unit in which the case is meant to be shown. Stored times are nanoseconds whatever it says.",
        ["earlier"] =
            "The run that measured the case, where it wasn't the latest of the file. Rows of two runs were not interleaved.",
        ["controls"] = "What the case is compared with: label to case id.",
        ["input"] =
            "The file of the user's that the case read. Optional: most read the suite's own only.",
        ["source"] =
            "The commit of the checkout that the file lies in. Optional: most lie in none.",
        ["settings"] = "The engine's settings that differ from its defaults.",
        ["metrics"] = "What else the round found out, by name.",
        ["duels"] =
            "What the case was measured against in its own processes, in turns. No engine means the case's own.",
        ["ratios"] =
            "The case over its opponent, one value an exchange. A round's value is their median. Only where ratio and creations are not there: new rounds have too many exchanges.",
        ["ratio"] =
            "The case over its opponent: the median over all exchanges of the round. It is the round's value.",
        ["creations"] =
            "The exchanges in short, an entry for each time both sides were created anew in the round: how many exchanges of one slice each, 1 or more; the median of their ratios; and how far two of these typically differ (Shamos), as a share of the median, 0 of one exchange.",
        ["clock"] =
            "By which clock ratios and times were taken: wall, the time that passed, or thread, the processor time of the measured thread. Absent means wall.",
        ["wallRatio"] = "Where the clock is thread: the median ratio by the wall clock.",
        ["subject"] = "Nanoseconds for one operation of the case: the median of its slices.",
        ["opponent"] = "Nanoseconds for one operation of the opponent: the median of its slices.",
        ["residentBytes"] = "The process's largest resident size; 0 where that is not known.",
        ["sha256"] = "SHA-256 in hexadecimal digits. It is what makes an engine or a guest.",
        ["code"] =
            "The machine code of the loop that the case times, as the engine compiled it. Optional: not every case has one.",
        ["function"] = "The guest's export that has the loop, or the C# method of a control.",
        ["instructions"] =
            "How many instructions of the loop are for what; check is the bounds check. Over the code's operations they are those of one operation.",
        ["hash"] =
            "16 hexadecimal digits: loops that do the same work by the same code have the same.",
    };

    // Words that mean something else than of a case or an engine.
    private static readonly Dictionary<(Type Owner, string Name), string> OtherDescriptions = new()
    {
        [(typeof(RunCode), "operations")] = "How many operations an iteration of the loop makes.",
        [(typeof(RunCode), "bytes")] = "Bytes of the loop's instructions.",
        [(typeof(RunInput), "bytes")] = "Its length.",
        [(typeof(RunInput), "sha256")] =
            "SHA-256 in hexadecimal digits of what tells one such file from another: of a WebAssembly module all of it; of a GGUF file its head up to the end of the tensor table, and behind it its length as eight bytes, the lowest first.",
    };

    /// <summary>The schema, indented, ended by \n.</summary>
    public static string Text()
    {
        var schema = RunFileJson
            .Format.GetJsonSchemaAsNode(
                typeof(RunFile),
                new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform }
            )
            .AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "A run of Memory64.Bench: results/<machine>/<engine>.json");
        return schema.ToJsonString(RunFileJson.Format) + "\n";
    }

    // What a converter reads, the exporter can't see; what a property means, its type doesn't say.
    private static JsonObject Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var name = context.PropertyInfo?.Name ?? "";
        var schema =
            context.TypeInfo.Type == typeof(CaseStatus) ? Words<CaseStatus>()
            : context.TypeInfo.Type == typeof(TimeUnit) ? Words<TimeUnit>()
            : context.TypeInfo.Type == typeof(DuelClock) ? Words<DuelClock>()
            : name switch
            {
                "schema" => new JsonObject
                {
                    ["enum"] = new JsonArray([
                        .. Enumerable
                            .Range(
                                RunFile.OldestSchema,
                                RunFile.CurrentSchema - RunFile.OldestSchema + 1
                            )
                            .Select(number => JsonValue.Create(number)),
                    ]),
                },
                "started" => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
                "iterations" => new JsonObject
                {
                    ["type"] = "array",
                    ["minItems"] = 1,
                    ["items"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0 },
                },
                "creations" => new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "array",
                        ["prefixItems"] = new JsonArray(
                            new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
                            new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0 },
                            new JsonObject { ["type"] = "number", ["minimum"] = 0 }
                        ),
                        ["items"] = false,
                        ["minItems"] = 3,
                    },
                },
                "architecture" => new JsonObject
                {
                    ["enum"] = new JsonArray([
                        .. RunCodeRules.Architectures.Select(word => JsonValue.Create(word)),
                    ]),
                },
                "instructions" => new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject(
                        CodeKind.All.Select(kind =>
                            KeyValuePair.Create(
                                kind,
                                (JsonNode?)new JsonObject { ["type"] = "integer" }
                            )
                        )
                    ),
                    ["additionalProperties"] = false,
                },
                _ => node as JsonObject ?? [],
            };
        if (DescriptionOf(name, context.PropertyInfo?.DeclaringType) is { } description)
        {
            schema["description"] = description;
        }

        return schema;
    }

    private static string? DescriptionOf(string name, Type? owner) =>
        owner is not null && OtherDescriptions.TryGetValue((owner, name), out var other)
            ? other
            : Descriptions.GetValueOrDefault(name);

    private static JsonObject Words<T>()
        where T : struct, Enum =>
        new()
        {
            ["enum"] = new JsonArray([
                .. Enum.GetValues<T>()
                    .Select(value => JsonSerializer.SerializeToNode(value, RunFileJson.Format)),
            ]),
        };
}
