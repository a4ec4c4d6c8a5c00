using Memory64.Bench.Harness.Cases;
using Memory64.Results.Comparisons;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;
using Xunit;

namespace Memory64.Bench.Tests.Results.Comparisons;

/// <summary>What a comparison says of the code of the two sides, beside their times.</summary>
public sealed class ComparedCodeTests
{
    [Theory]
    [InlineData("a", 3, 2, "slower?", CellTone.Open, "same code")]
    [InlineData("a", 3, 0.5, "faster?", CellTone.Open, "same code")]
    [InlineData("a", 3, 1, "same", CellTone.Plain, "same code")]
    [InlineData("b", 5, 2, "slower", CellTone.Worse, "+2 instructions an access, check +2")]
    [InlineData("b", 3, 2, "slower", CellTone.Worse, "as many instructions, other code")]
    public void A_verdict_on_the_same_code_is_to_be_doubted(
        string hash,
        int check,
        double factor,
        string verdict,
        CellTone tone,
        string code
    )
    {
        var comparison = Compare(TestCodes.Read("a"), TestCodes.Read(hash, check), factor);

        var table = Table(comparison);
        Assert.Equal((verdict, tone), (table.Cell("Verdict").Text, table.Cell("Verdict").Tone));
        Assert.Equal(code, table.Cell("Code").Text);
        Assert.Equal(
            verdict.EndsWith('?'),
            table.Table.Notes.Any(note => note.StartsWith("? marks", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Has_no_such_column_where_the_code_of_a_side_is_not_known()
    {
        var comparison = Compare(TestCodes.Read("a"), null, 2);

        Assert.DoesNotContain(Table(comparison).Table.Columns, column => column.Header == "Code");
        Assert.Equal("slower", Table(comparison).Cell("Verdict").Text);
    }

    [Fact]
    public void Says_nothing_of_the_code_of_another_architecture()
    {
        var comparison = Compare(
            TestCodes.Read("a"),
            TestCodes.Read("a") with
            {
                Architecture = "arm64",
            },
            2
        );

        Assert.Null(comparison.Cases[0].Code);
        Assert.False(comparison.Cases[0].IsDoubted);
    }

    [Fact]
    public void Shows_a_dash_in_the_rows_whose_code_is_not_known()
    {
        RunCase[] cases =
        [
            Read(TestCodes.Read("a"), 1),
            TestRuns.Measured("BoundaryAccess", "Walk", "", 5),
        ];

        var table = ComparisonTables.Of(
            Comparison.Of(TestRuns.Run(cases), TestRuns.Run(cases)),
            Suite.Book
        )[0];

        var column = table.Columns.Index().Single(c => c.Item.Header == "Code").Index;
        Assert.Equal(["same code", "–"], table.Rows.Select(row => row.Cells[column].Text));
    }

    [Fact]
    public void A_doubted_case_still_counts_as_slower() =>
        Assert.Equal(1, Compare(TestCodes.Read("a"), TestCodes.Read("a"), 2).Totals.Slower);

    // Beside other settings or another guest the same loop proves nothing, and those are not compared.
    [Fact]
    public void Other_settings_and_guests_are_not_compared_whatever_the_code()
    {
        var read = Read(TestCodes.Read("a"), 1);
        var set = read with { Settings = new() { ["spectre"] = "off" } };
        var rebuilt = read with
        {
            Guest = new() { Name = "access", Sha256 = "0022" },
        };

        Assert.Empty(Comparison.Of(TestRuns.Run(read), TestRuns.Run(set)).Cases);
        Assert.Throws<ComparisonException>(() =>
            Comparison.Of(TestRuns.Run(read), TestRuns.Run(rebuilt))
        );
    }

    [Theory]
    [InlineData("a", 3, "\"code\": \"same code\"")]
    [InlineData("b", 1, "\"code\": \"-2 instructions an operation, check -2\"")]
    [InlineData("", 3, "\"code\": null")]
    public void Is_in_the_json(string hash, int check, string property) =>
        Assert.Contains(
            property,
            ComparisonJson.Write(
                Compare(
                    TestCodes.Read("a"),
                    hash.Length > 0 ? TestCodes.Read(hash, check) : null,
                    2
                )
            ),
            StringComparison.Ordinal
        );

    private static Comparison Compare(RunCode? older, RunCode? newer, double factor) =>
        Comparison.Of(TestRuns.Run(Read(older, 1)), TestRuns.Run(Read(newer, factor)));

    private static RunCase Read(RunCode? code, double factor) =>
        TestRuns.Measured(
            "BoundaryAccess",
            "Read",
            "",
            [.. new[] { 1.001, 1.002, 1.003, 1.004, 1.005 }.Select(time => time * factor)]
        ) with
        {
            Code = code,
        };

    private static OneRow Table(Comparison comparison) =>
        new(ComparisonTables.Of(comparison, Suite.Book)[0]);

    private sealed record OneRow(Table Table)
    {
        public TableCell Cell(string header) =>
            Assert.Single(Table.Rows).Cells[
                Table.Columns.Index().Single(column => column.Item.Header == header).Index
            ];
    }
}
