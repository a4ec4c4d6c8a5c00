using System.Globalization;
using Memory64.Results.Comparisons;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.Comparisons;

public sealed class CodeDifferenceTests
{
    private static readonly RunCode Older = TestCodes.Of(
        "a",
        8,
        (CodeKind.Load, 8),
        (CodeKind.Store, 8),
        (CodeKind.Check, 24),
        (CodeKind.Loop, 2),
        (CodeKind.Other, 8)
    );

    [Theory]
    [InlineData("as many instructions, other code", "")]
    [InlineData("as many instructions, other code", "address=8 other=-8")]
    [InlineData("as many instructions, check -1, spills +1", "check=-8 spill=8")]
    [InlineData("+2 instructions an access, check unchanged", "address=16")]
    [InlineData("-1.5 instructions an access, check -1.5", "check=-12")]
    [InlineData("+1 instruction an access, check +1", "check=8")]
    [InlineData("-1 instruction an access, check unchanged", "other=-8")]
    [InlineData(
        "+0.125 instructions an access, check unchanged, loads -1, stores +1, calls +0.125",
        "load=-8 store=8 call=1"
    )]
    public void Says_for_one_operation_what_changed(string text, string changes)
    {
        var change = changes
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.Split('='))
            .ToDictionary(
                each => each[0],
                each => int.Parse(each[1], CultureInfo.InvariantCulture)
            );
        var newer = Older with
        {
            Hash = "b".PadLeft(16, '0'),
            Instructions = new(
                CodeKind.All.Select(kind =>
                    KeyValuePair.Create(
                        kind,
                        Older.Instructions.GetValueOrDefault(kind) + change.GetValueOrDefault(kind)
                    )
                )
            ),
        };

        var difference = CodeDifference.Of(Older, newer)!;

        Assert.Equal(text, difference.Text("access"));
        Assert.False(difference.IsSame);
    }

    [Fact]
    public void Is_the_same_code_by_its_hash()
    {
        var difference = CodeDifference.Of(
            Older,
            Older with
            {
                Bytes = 1,
                Hash = "000000000000000A",
            }
        )!;

        Assert.True(difference.IsSame);
        Assert.Equal("same code", difference.Text("operation"));
    }

    [Fact]
    public void Says_what_an_operation_is_called() =>
        Assert.Equal(
            "-2 instructions an operation, check -2",
            CodeDifference.Of(TestCodes.Read("a", 3), TestCodes.Read("b", 1))!.Text("operation")
        );

    // Thirds have no exact binary form: a difference of one is one all the same.
    [Fact]
    public void Is_exact_whatever_the_operations() =>
        Assert.Equal(
            "+1 instruction an operation, check unchanged",
            CodeDifference
                .Of(
                    TestCodes.Of("a", 3, (CodeKind.Other, 1)),
                    TestCodes.Of("b", 3, (CodeKind.Other, 4))
                )!
                .Text("operation")
        );

    [Fact]
    public void Is_not_known_where_a_side_is_missing_or_of_another_kind()
    {
        Assert.Null(CodeDifference.Of(null, Older));
        Assert.Null(CodeDifference.Of(Older, null));
        Assert.Null(CodeDifference.Of(null, null));
        Assert.Null(CodeDifference.Of(Older, Older with { Architecture = "arm64" }));
        Assert.Null(CodeDifference.Of(Older, Older with { Operations = 4 }));
    }
}
