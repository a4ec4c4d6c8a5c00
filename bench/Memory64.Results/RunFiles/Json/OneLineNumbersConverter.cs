using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Memory64.Results.RunFiles.Json;

/// <summary>Keeps a list of numbers on one line in an indented file: a round's iterations are read as one thing.</summary>
internal sealed class OneLineNumbersConverter : JsonConverter<IReadOnlyList<double>>
{
    private const int UsualCount = 16;

    // By hand: handing the array to the serializer would make it look for the array's end first, and read it twice.
    public override IReadOnlyList<double> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var numbers = new List<double>(UsualCount);
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            numbers.Add(reader.GetDouble());
        }

        return reader.TokenType == JsonTokenType.EndArray
            ? numbers.ToArray()
            : throw new JsonException();
    }

    public override void Write(
        Utf8JsonWriter writer,
        IReadOnlyList<double> value,
        JsonSerializerOptions options
    ) =>
        writer.WriteRawValue(
            $"[{string.Join(", ", value.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))}]"
        );
}
