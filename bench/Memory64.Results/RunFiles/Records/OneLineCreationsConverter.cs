using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Memory64.Results.RunFiles.Records;

/// <summary>
/// Keeps the creations of a duel's round on one line, each as three numbers: a file has thousands of rounds, each of a dozen creations
/// and more.
/// </summary>
internal sealed class OneLineCreationsConverter : JsonConverter<IReadOnlyList<DuelCreation>>
{
    public override IReadOnlyList<DuelCreation> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var creations = new List<DuelCreation>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            creations.Add(
                new()
                {
                    Exchanges = Next(ref reader).GetInt32(),
                    Ratio = Next(ref reader).GetDouble(),
                    Spread = Next(ref reader).GetDouble(),
                }
            );
            if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray)
            {
                throw new JsonException();
            }
        }

        return reader.TokenType == JsonTokenType.EndArray
            ? creations.ToArray()
            : throw new JsonException();
    }

    public override void Write(
        Utf8JsonWriter writer,
        IReadOnlyList<DuelCreation> value,
        JsonSerializerOptions options
    ) => writer.WriteRawValue($"[{string.Join(", ", value.Select(Text))}]");

    private static string Text(DuelCreation creation) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"[{creation.Exchanges}, {creation.Ratio:R}, {creation.Spread:R}]"
        );

    private static ref Utf8JsonReader Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.Number)
        {
            throw new JsonException();
        }

        return ref reader;
    }
}
