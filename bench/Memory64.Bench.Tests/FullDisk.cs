using System.Text;

namespace Memory64.Bench.Tests;

/// <summary>A file on a disk that has no room left.</summary>
internal sealed class FullDisk : TextWriter
{
    internal const string Problem = "No space left on device";

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => throw new IOException(Problem);
}
