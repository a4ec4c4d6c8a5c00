using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Memory64.Results.RunFiles;

/// <summary>Keeps a list of numbers on one line in an indented file: a round's iterations are read as one thing.</summary>
internal sealed class OneLineNumbersConverter : JsonConverter<IReadOnlyList<double>>
{
    public override IReadOnlyList<double>? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => JsonSerializer.Deserialize<double[]>(ref reader, options);

    public override void Write(
        Utf8JsonWriter writer,
        IReadOnlyList<double> value,
        JsonSerializerOptions options
    ) =>
        writer.WriteRawValue(
            $"[{string.Join(", ", value.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))}]"
        );
}
