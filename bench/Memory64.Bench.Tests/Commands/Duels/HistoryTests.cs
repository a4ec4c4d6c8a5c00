using Memory64.Bench.Commands.Duels;
using Memory64.Bench.Tests.Results;
using Memory64.Results.Comparisons;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Duels;

/// <summary>The table of made-up steps.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void Shows_how_the_code_differs_and_doubts_a_verdict_on_the_same()
    {
        var table = HistoryCommand.TableOf(
            "A.M",
            [
                Step(1.5, TestCodes.Read("a"), TestCodes.Read("a")),
                Step(1.5, TestCodes.Read("a"), TestCodes.Read("b", check: 5)),
                Step(1.5, TestCodes.Read("b"), null),
            ],
            ["24.0.0", "36.0.0", "mine", "v8@26.10.0"]
        );

        Assert.Equal("Code", table.Columns[^1].Header);
        Assert.Equal(
            [
                ("slower?", "same code"),
                ("slower", "+2 instructions an operation, check +2"),
                ("slower", "–"),
            ],
            table.Rows.Select(row => (row.Cells[^2].Text, row.Cells[^1].Text))
        );
        Assert.Equal(
            [("24.0.0", "36.0.0"), ("36.0.0", "mine"), ("mine", "v8@26.10.0")],
            table.Rows.Select(row => (row.Cells[0].Text, row.Cells[1].Text))
        );
        Assert.Equal([CodeDifference.Doubt], table.Notes);
    }

    [Fact]
    public void Has_no_column_of_code_where_none_is_known()
    {
        var table = HistoryCommand.TableOf("A.M", [Step(1.5, null, null)], ["24.0.0", "36.0.0"]);

        Assert.Equal("Verdict", table.Columns[^1].Header);
        Assert.Equal("slower", table.Rows[0].Cells[^1].Text);
        Assert.Empty(table.Notes);
    }

    private static Comparison Step(double ratio, RunCode? older, RunCode? newer)
    {
        var measured = TestRuns.Measured("A", "M", "", 10);
        var before = TestRuns.Run("24.0.0", measured with { Code = older });
        return Comparison.Of(
            before with
            {
                Engine = before.Engine with { Sha256 = "bbbb" },
            },
            TestRuns.Run(
                measured with
                {
                    Code = newer,
                    Duels = [TestRuns.Duel("A.M", "bbbb", [.. Enumerable.Repeat(ratio, 8)])],
                }
            )
        );
    }
}
