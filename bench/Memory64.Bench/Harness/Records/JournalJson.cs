using System.Text.Json;
using System.Text.Json.Serialization;

namespace Memory64.Bench.Harness.Records;

/// <summary>How the lines of a journal are written and read: one JSON object each.</summary>
internal static class JournalJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The line with its \n.</summary>
    public static byte[] Write<T>(T line) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(line, Options), (byte)'\n'];

    /// <summary>What a line holds.</summary>
    /// <exception cref="JsonException">It isn't such an object.</exception>
    public static T Read<T>(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("null");
}
