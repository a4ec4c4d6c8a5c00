using System.Text;

namespace Memory64.Wasmtime.Interop;

/// <summary>Names as C wants them.</summary>
internal static class Utf8
{
    /// <summary>The text in UTF-8 with a zero byte after it.</summary>
    /// <exception cref="ArgumentException">It holds a zero character, where C would end it.</exception>
    public static byte[] Terminated(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"\"{text.Replace("\0", "\\0", StringComparison.Ordinal)}\" holds a zero character, where C would end it",
                nameof(text)
            );
        }

        return Encoding.UTF8.GetBytes(text + '\0');
    }
}
