using System.Text;

namespace Memory64.Wasmtime.Interop;

/// <summary>Names as C wants them.</summary>
internal static class Utf8
{
    /// <summary>The text in UTF-8 with a zero byte after it.</summary>
    public static byte[] Terminated(string text) => Encoding.UTF8.GetBytes(text + '\0');
}
