using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
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
        ["settings"] = "The engine's settings that differ from its defaults.",
        ["metrics"] = "What else the round found out, by name.",
        ["duels"] =
            "What the case was measured against in its own processes, in turns. No engine means the case's own.",
        ["ratios"] =
            "The case over its opponent, one value an exchange. A round's value is their median. Only where ratio and creations are not there: new rounds have too many exchanges.",
        ["ratio"] =
            "The case over its opponent: the median over all exchanges of the round, or of a creation. That of a round is its value.",
        ["creations"] =
            "The exchanges in short, one entry for each time both sides were created anew in the round.",
        ["exchanges"] = "How many exchanges of one slice each; 1 or more.",
        ["spread"] =
            "How far two ratios of the creation's exchanges typically differ (Shamos), as a share of their median; 0 of one exchange.",
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

    // Words that mean something else of a case.
    private static readonly Dictionary<string, string> DescriptionsOfCode = new(
        StringComparer.Ordinal
    )
    {
        ["operations"] = "How many operations an iteration of the loop makes.",
        ["bytes"] = "Bytes of the loop's instructions.",
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
        owner == typeof(RunCode) && DescriptionsOfCode.TryGetValue(name, out var ofCode)
            ? ofCode
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
