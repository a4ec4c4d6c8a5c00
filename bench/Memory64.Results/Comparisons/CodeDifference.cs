using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Results.Comparisons;

/// <summary>How the code of a case's loop differs between two engines, whatever the clock says.</summary>
public sealed class CodeDifference
{
    /// <summary>What is said where nothing differs.</summary>
    public const string Same = "same code";

    /// <summary>What is to be said where a verdict is doubted.</summary>
    public const string Doubt =
        "? marks a verdict on the same code: the difference is the machine, or code outside the loop.";

    // What is said of a kind beside the check: what a compiler may add to a loop, or take from it. The rest is in the sum.
    private static readonly (string Kind, string Text)[] Named =
    [
        (CodeKind.Load, "loads"),
        (CodeKind.Store, "stores"),
        (CodeKind.Spill, "spills"),
        (CodeKind.Call, "calls"),
    ];

    private readonly RunCode _older;
    private readonly RunCode _newer;

    private CodeDifference(RunCode older, RunCode newer) => (_older, _newer) = (older, newer);

    /// <summary>Whether the two are the same code.</summary>
    public bool IsSame => _newer.IsSameAs(_older);

    /// <summary>
    /// The newer against the older; null where that can't be said, because one is missing, they are for other architectures, or an
    /// iteration of theirs does other work.
    /// </summary>
    /// <param name="older">The one.</param>
    /// <param name="newer">The other, of the same guest with the same settings.</param>
    public static CodeDifference? Of(RunCode? older, RunCode? newer) =>
        older is not null
        && newer is not null
        && (older.Architecture, older.Operations) == (newer.Architecture, newer.Operations)
            ? new(older, newer)
            : null;

    /// <summary>
    /// The difference in words, for one operation: <c>same code</c>, <c>+2 instructions an access, check unchanged</c>,
    /// <c>-1.5 instructions an access, check -1, spills -0.5</c>, or <c>as many instructions, other code</c>.
    /// </summary>
    /// <param name="operation">What an operation is called: operation or access.</param>
    public string Text(string operation)
    {
        if (IsSame)
        {
            return Same;
        }

        var all = PerOperation(_newer.Count - _older.Count);
        var check = Change(CodeKind.Check);
        List<string> named =
        [
            .. from kind in Named
            let change = Change(kind.Kind)
            where change != 0
            select $"{kind.Text} {PerOperationText.FormatDifference(change)}",
        ];
        if (all == 0 && check == 0 && named.Count == 0)
        {
            return "as many instructions, other code";
        }

        return string.Join(
            ", ",
            [
                all == 0
                    ? "as many instructions"
                    : $"{PerOperationText.FormatDifference(all)} {(Math.Abs(all) == 1 ? "instruction" : "instructions")} an {operation}",
                check == 0
                    ? "check unchanged"
                    : $"check {PerOperationText.FormatDifference(check)}",
                .. named,
            ]
        );
    }

    private double Change(string kind) =>
        PerOperation(
            (long)_newer.Instructions.GetValueOrDefault(kind)
                - _older.Instructions.GetValueOrDefault(kind)
        );

    private double PerOperation(long instructions) => (double)instructions / _newer.Operations;
}
