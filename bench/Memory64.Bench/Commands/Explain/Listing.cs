using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness.Loops;
using Memory64.Code;

namespace Memory64.Bench.Commands.Explain;

/// <summary>The instructions of a loop, each with its kind, alone or beside those of another.</summary>
/// <param name="Title">Whose they are.</param>
/// <param name="Lines">
/// In the order of the code. Between two loops, <c>&lt;</c> and <c>&gt;</c> stand beside an instruction that only one has,
/// <c>~</c> between two that differ in their operands.
/// </param>
internal sealed record Listing(string Title, IReadOnlyList<string> Lines)
{
    private const int KindWidth = 8;
    private const string Legend = "(~ other operands, < > only there)";

    /// <summary>The listings of loops; each loop stands beside the one before it.</summary>
    /// <param name="loops">At least one.</param>
    public static IEnumerable<Listing> Of(IReadOnlyList<ExplainedLoop> loops) =>
        ListedCode
            .Of(loops)
            .SelectMany(codes =>
                codes is [var only]
                    ? [Alone(only)]
                    : codes.Zip(codes.Skip(1), (left, right) => Beside(left, right))
            );

    /// <summary>As a block of Markdown.</summary>
    public string ToMarkdown() => $"#### {Title}\n\n```\n{string.Join('\n', Lines)}\n```\n\n";

    /// <summary>Shows it on a terminal.</summary>
    public void WriteTo(Screen screen)
    {
        screen.Line();
        screen.Line(Title);
        foreach (var line in Lines)
        {
            screen.Line(line);
        }
    }

    private static Listing Alone(ListedCode code) =>
        new(TitleOf(code), [.. code.Found.Code.Instructions.Select(LineOf)]);

    private static Listing Beside(ListedCode left, ListedCode right)
    {
        var pairs = Alignment.Of(
            left.Found.Code.Instructions,
            right.Found.Code.Instructions,
            instruction => $"{instruction.Kind} {instruction.Text.Split(' ')[0]}"
        );
        var width = left.Found.Code.Instructions.Max(instruction => LineOf(instruction).Length);
        return new(
            $"{TitleOf(left)} | {TitleOf(right)} {Legend}",
            [
                .. pairs.Select(pair =>
                    $"{LineOf(pair.Left).PadRight(width)} {MarkOf(pair.Left, pair.Right)} {LineOf(pair.Right)}".TrimEnd()
                ),
            ]
        );
    }

    private static string TitleOf(ListedCode code) => $"{code.Name}: {code.Found.Function}";

    private static string LineOf(CodeInstruction? instruction) =>
        instruction is null
            ? ""
            : $"{FoundLoop.NameOf(instruction.Kind).PadRight(KindWidth)} {instruction.Text}";

    private static char MarkOf(CodeInstruction? left, CodeInstruction? right) =>
        right is null ? '<'
        : left is null ? '>'
        : left.Text == right.Text ? ' '
        : '~';
}
