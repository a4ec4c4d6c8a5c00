using System.Globalization;
using System.Text;
using System.Text.Json;
using Memory64.Bench.Guests;

namespace Memory64.Bench.Benchmarks.WholePrograms.Answers;

/// <summary>The same documents, parsed by the library.</summary>
/// <param name="documents">How many.</param>
internal sealed class ParseAnswers(ulong documents) : IAnswers
{
    /// <inheritdoc/>
    public ulong Count => documents;

    /// <inheritdoc/>
    public ulong Of(ulong operation)
    {
        using var parsed = JsonDocument.Parse(Document(operation));
        return Total(parsed.RootElement);
    }

    /// <summary>A document as the guest writes it.</summary>
    /// <param name="i">Its number.</param>
    public static string Document(ulong i)
    {
        var random = Pattern.At(i);
        var scores = Many(random >> 8 & 15, k => $"{Pattern.At(random + k) >> 50}");
        var friends = Many(
            random >> 16 & 7,
            k => $"{{\"name\": {Text(Pattern.At(random - k))}, \"years\": [{random >> 24 & 31}]}}"
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"id\": {i}, \"name\": {Text(random)}, \"balance\": -{random >> 40}, \"active\": {((random & 1) == 1 ? "true" : "false")}, \"parent\": null, \"scores\": [{scores}], \"friends\": [{friends}]}}"
        );
    }

    private static string Many(ulong count, Func<ulong, string> write) =>
        string.Join(", ", Enumerable.Range(0, (int)count).Select(k => write((ulong)k)));

    private static string Text(ulong random)
    {
        var text = new StringBuilder("\"");
        for (var left = 1 + (random % 24); left != 0; left--, random = Pattern.At(random))
        {
            _ =
                random >> 60 == 0
                    ? text.Append("\\\"")
                    : text.Append((char)('a' + ((random >> 32) % 26)));
        }

        return text.Append('"').ToString();
    }

    private static ulong Total(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => (ulong)value.GetInt64(),
            JsonValueKind.String => (ulong)value.GetString()!.Length,
            JsonValueKind.True => 1,
            JsonValueKind.False => 2,
            JsonValueKind.Null => 3,
            JsonValueKind.Array => value
                .EnumerateArray()
                .Aggregate(0UL, (sum, item) => sum + 100 + Total(item)),
            _ => value
                .EnumerateObject()
                .Aggregate(
                    0UL,
                    (sum, member) => sum + 100 + (ulong)member.Name.Length + Total(member.Value)
                ),
        };
}
