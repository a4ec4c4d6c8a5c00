using System.Text.Json;
using System.Text.Json.Serialization;

namespace Memory64.Results.RunFiles.Json;

/// <summary>
/// Writes an enum as the word that <see cref="JsonStringEnumMemberNameAttribute"/> gives its value, or its name in camel
/// case, and takes no other spelling. .NET's own converter would take other letter cases too.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class ExactWordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>()
        .ToDictionary(value => value, Word);

    private static readonly Dictionary<string, T> Values = Words.ToDictionary(
        word => word.Value,
        word => word.Key
    );

    public override T Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType == JsonTokenType.String
        && !reader.ValueIsEscaped
        && Values.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Words[value]);

    private static string Word(T value)
    {
        var name = value.ToString();
        var given = typeof(T)
            .GetField(name)!
            .GetCustomAttributes(typeof(JsonStringEnumMemberNameAttribute), inherit: false)
            .Cast<JsonStringEnumMemberNameAttribute>()
            .SingleOrDefault();
        return given?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(name);
    }
}
