using System.Globalization;
using System.Text.Json;
using Json.Pointer;
using Json.Schema;
using Memory64.Results.RunFiles.Json;

namespace Memory64.Results.RunFiles;

/// <summary>
/// Judges JSON by the published schema: what it lacks, what it has too much, what is of another type. The serializer refuses
/// the same, but in words about .NET types.
/// </summary>
internal static class JsonShape
{
    private static readonly EvaluationOptions AsList = new()
    {
        OutputFormat = OutputFormat.List,
        RequireFormatValidation = true,
    };

    public static IEnumerable<RunFileProblem> Problems(JsonElement root)
    {
        var text = RunFileSchema.Text();
        using var document = JsonDocument.Parse(text);
        var schema = document.RootElement;
        var details = JsonSchema.FromText(text).Evaluate(root, AsList).Details;
        return
        [
            .. from detail in details ?? []
            from error in detail.Errors ?? []
            // A name that is misspelt says more than that the right one is missing.
            orderby error.Key.Length > 0
            select new RunFileProblem(
                Path(root, detail.InstanceLocation),
                Text(
                    error.Key,
                    error.Value,
                    detail.InstanceLocation.Evaluate(root),
                    SchemaOf(detail.EvaluationPath).Evaluate(schema)
                )
            ),
        ];
    }

    // The library names the schema of an array's elements twice.
    private static JsonPointer SchemaOf(JsonPointer path) =>
        JsonPointer.Parse(
            path.ToString().Replace("/items/items", "/items", StringComparison.Ordinal)
        );

    private static string Text(
        string keyword,
        string message,
        JsonElement? value,
        JsonElement? schema
    ) =>
        keyword switch
        {
            // The schema of all other properties is `false`, which has no keyword.
            "" =>
                $"no such property in schema {RunFile.CurrentSchema}; remove it or correct its name",
            "enum" =>
                $"must be one of {string.Join(", ", schema?.GetProperty(keyword).EnumerateArray().Select(word => word.GetRawText()) ?? [])}, not {value?.GetRawText()}; correct it",
            _ => $"{message}; correct it or measure again",
        };

    private static string Path(JsonElement root, JsonPointer location)
    {
        var path = "$";
        var value = root;
        for (var i = 0; i < location.SegmentCount; i++)
        {
            var name = location
                .GetSegment(i)
                .ToString()
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            if (value.ValueKind == JsonValueKind.Array)
            {
                var index = int.Parse(name, CultureInfo.InvariantCulture);
                path = JsonText.Element(path, index);
                value = value[index];
            }
            else
            {
                path = JsonText.Member(path, name);
                _ = value.TryGetProperty(name, out value);
            }
        }

        return path;
    }
}
