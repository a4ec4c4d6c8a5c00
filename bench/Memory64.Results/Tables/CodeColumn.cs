using Memory64.Results.RunFiles.Records;
using Memory64.Results.Units;

namespace Memory64.Results.Tables;

/// <summary>What tables show of a loop's code: instructions for one operation, and those of them that are the bounds check.</summary>
internal static class CodeColumn
{
    /// <summary>The column of a table of cases.</summary>
    public static CaseColumn<CaseResult> OfCases { get; } =
        new(
            new("instr./op (check)", ColumnAlignment.Right) { Rank = ColumnRank.Detail },
            r => Cell(r.Case.Code)
        );

    /// <summary>The cell, such as <c>7.25 (3)</c>; its value is the instructions.</summary>
    /// <param name="code">The code; null where it isn't known.</param>
    public static TableCell Cell(RunCode? code) =>
        code is null
            ? TableCell.None
            : new(
                $"{PerOperationText.Format(code.CountPerOperation)} ({PerOperationText.Format(code.CheckPerOperation)})",
                code.CountPerOperation
            );
}
