using System.Text.RegularExpressions;
using Gee.External.Capstone.Arm64;

namespace Memory64.Code.Arm64;

/// <summary>Capstone's text, without what only says where code lies.</summary>
internal static partial class Arm64Text
{
    private const string SpeculationBarrier = "hint #0x14";

    /// <summary>The disassembly; where the instruction has a target, what stands before it.</summary>
    internal static string Of(Arm64Instruction instruction)
    {
        var text = $"{instruction.Mnemonic} {instruction.Operand}".TrimEnd();
        return text == SpeculationBarrier ? "csdb"
            : Arm64Mnemonics.HasTarget(instruction.Mnemonic) ? BeforeLast(text)
            : Arm64Mnemonics.IsRelative(instruction) ? $"{BeforeLast(text)}[pc]"
            : text;
    }

    /// <summary>A disassembly without its memory operand's displacement.</summary>
    internal static string ShapeOf(string text) => Displacement().Replace(text, "]");

    private static string BeforeLast(string text) => text[..text.LastIndexOf('#')];

    [GeneratedRegex(@", #[^\]]*\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Displacement();
}
