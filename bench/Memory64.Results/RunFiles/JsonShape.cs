using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Memory64.Results.RunFiles;

/// <summary>
/// Compares JSON with the properties of a type: none missing, none unknown, none twice, each of its type. The serializer
/// refuses the same, but in words about .NET types and without saying which property it was.
/// </summary>
internal static class JsonShape
{
    private static readonly Dictionary<Type, string> Expected = new()
    {
        [typeof(string)] = "text",
        [typeof(int)] = "a whole number",
        [typeof(long)] = "a whole number",
        [typeof(double)] = "a number",
        [typeof(bool)] = "true or false",
        [typeof(DateTimeOffset)] = "a time such as \"2026-11-23T10:00:00Z\"",
    };

    public static IEnumerable<RunFileProblem> Problems(
        JsonElement value,
        JsonTypeInfo type,
        string path = "$"
    )
    {
        if (type.Type == typeof(IReadOnlyList<double>))
        {
            return ArrayProblems(value, type.Options.GetTypeInfo(typeof(double)), path);
        }

        return type.Kind switch
        {
            JsonTypeInfoKind.Object => ObjectProblems(value, type, path),
            JsonTypeInfoKind.Enumerable => ArrayProblems(
                value,
                type.Options.GetTypeInfo(type.ElementType!),
                path
            ),
            JsonTypeInfoKind.Dictionary => MapProblems(
                value,
                type.Options.GetTypeInfo(type.ElementType!),
                path
            ),
            _ => LeafProblems(value, type, path),
        };
    }

    private static IEnumerable<RunFileProblem> ObjectProblems(
        JsonElement value,
        JsonTypeInfo type,
        string path
    )
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [Wrong(value, path, "an object")];
        }

        return RepeatedNames(value, path)
            .Concat(UnknownNames(value, type, path))
            .Concat(
                type.Properties.SelectMany(p =>
                    value.TryGetProperty(p.Name, out var member)
                        ? MemberProblems(member, p, JsonText.Member(path, p.Name))
                        : MissingName(p, path)
                )
            );
    }

    private static IEnumerable<RunFileProblem> UnknownNames(
        JsonElement value,
        JsonTypeInfo type,
        string path
    )
    {
        var known = type.Properties.Select(p => p.Name).ToList();
        return value
            .EnumerateObject()
            .Where(p => !known.Contains(p.Name))
            .Select(p => new RunFileProblem(
                JsonText.Member(path, p.Name),
                $"no such property in schema {RunFile.CurrentSchema}; remove it or correct its name to one of {string.Join(", ", known)}"
            ));
    }

    private static IEnumerable<RunFileProblem> MissingName(
        JsonPropertyInfo property,
        string path
    ) =>
        property.IsRequired
            ?
            [
                new RunFileProblem(
                    path,
                    $"property \"{property.Name}\" is missing; add it or measure again"
                ),
            ]
            : [];

    private static IEnumerable<RunFileProblem> MemberProblems(
        JsonElement value,
        JsonPropertyInfo property,
        string path
    )
    {
        if (value.ValueKind == JsonValueKind.Null && property.IsSetNullable)
        {
            return [];
        }

        var type = property.Options.GetTypeInfo(
            Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        );
        return Problems(value, type, path);
    }

    private static IEnumerable<RunFileProblem> MapProblems(
        JsonElement value,
        JsonTypeInfo type,
        string path
    ) =>
        value.ValueKind == JsonValueKind.Object
            ? RepeatedNames(value, path)
                .Concat(
                    value
                        .EnumerateObject()
                        .SelectMany(p => Problems(p.Value, type, JsonText.Member(path, p.Name)))
                )
            : [Wrong(value, path, "an object")];

    private static IEnumerable<RunFileProblem> ArrayProblems(
        JsonElement value,
        JsonTypeInfo type,
        string path
    ) =>
        value.ValueKind == JsonValueKind.Array
            ? value
                .EnumerateArray()
                .SelectMany((item, i) => Problems(item, type, JsonText.Element(path, i)))
            : [Wrong(value, path, "an array")];

    private static IEnumerable<RunFileProblem> RepeatedNames(JsonElement value, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return value
            .EnumerateObject()
            .Where(p => !seen.Add(p.Name))
            .Select(p => new RunFileProblem(
                JsonText.Member(path, p.Name),
                "is there twice; remove one"
            ));
    }

    private static IEnumerable<RunFileProblem> LeafProblems(
        JsonElement value,
        JsonTypeInfo type,
        string path
    )
    {
        if (type.Type.IsEnum)
        {
            // The serializer would take other letter cases too, which the next program to read the file may not.
            var words = Enum.GetValues(type.Type)
                .Cast<object>()
                .Select(v => JsonSerializer.Serialize(v, type))
                .ToList();
            return words.Contains(value.GetRawText())
                ? []
                : [Wrong(value, path, $"one of {string.Join(", ", words)}")];
        }

        try
        {
            return value.Deserialize(type) is null ? [Wrong(value, path, Expected[type.Type])] : [];
        }
        catch (JsonException)
        {
            return [Wrong(value, path, Expected[type.Type])];
        }
    }

    private static RunFileProblem Wrong(JsonElement value, string path, string expected)
    {
        const int longest = 40;
        var text = value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            _ => value.GetRawText(),
        };
        return new(
            path,
            $"must be {expected}, not {(text.Length <= longest ? text : $"{text[..longest]}...")}; correct it"
        );
    }
}
