using System.Text.Json;

namespace Memory64.Results.RunFiles.Json;

/// <summary>Finds lines in JSON text that has been parsed once, so that a problem can be pointed at.</summary>
internal static class JsonText
{
    /// <summary>The path of a member of the object at <paramref name="path"/>.</summary>
    public static string Member(string path, string name) =>
        name.Length > 0 && name.All(char.IsLetterOrDigit) ? $"{path}.{name}" : $"{path}['{name}']";

    /// <summary>The path of an element of the array at <paramref name="path"/>.</summary>
    public static string Element(string path, int index) => $"{path}[{index}]";

    /// <summary>The line, from 1, on which the value or member at <paramref name="path"/> begins; null if there is none.</summary>
    public static int? LineOf(ReadOnlySpan<byte> utf8, string path)
    {
        var reader = new Utf8JsonReader(utf8);
        var parents = new Stack<(string Path, int? NextIndex)>();
        var current = "$";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    parents.Pop();
                    continue;
                case JsonTokenType.PropertyName:
                    current = Member(parents.Peek().Path, reader.GetString()!);
                    break;
                default:
                    if (parents.TryPeek(out var parent) && parent.NextIndex is { } index)
                    {
                        current = Element(parent.Path, index);
                        parents.Pop();
                        parents.Push((parent.Path, index + 1));
                    }

                    break;
            }

            if (current == path)
            {
                return Line(utf8, reader.TokenStartIndex);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                parents.Push((current, reader.TokenType == JsonTokenType.StartArray ? 0 : null));
            }
        }

        return null;
    }

    /// <summary>The line of the first string with an escape such as <c>\ud800</c> that stands for no character.</summary>
    public static int? LineOfHalfSurrogate(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (
                reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && reader.ValueIsEscaped
            )
            {
                try
                {
                    reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    return Line(utf8, reader.TokenStartIndex);
                }
            }
        }

        return null;
    }

    private static int Line(ReadOnlySpan<byte> utf8, long offset) =>
        utf8[..(int)offset].Count((byte)'\n') + 1;
}
