using Iced.Intel;
using Memory64.Code.Operations;

namespace Memory64.Code.X64;

/// <summary>Gives a disassembler code byte by byte.</summary>
internal sealed class CodeBytesReader(CodeBytes code) : CodeReader
{
    /// <summary>The next byte's address.</summary>
    internal ulong Next { get; set; }

    /// <inheritdoc/>
    public override int ReadByte() => code.Holds(Next) ? code[Next++] : -1;
}
