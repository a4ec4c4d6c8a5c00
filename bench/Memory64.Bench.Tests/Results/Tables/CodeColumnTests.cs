using Memory64.Bench.Harness.Cases;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;
using Xunit;

namespace Memory64.Bench.Tests.Results.Tables;

public sealed class CodeColumnTests
{
    private const string Header = "instr./op (check)";

    [Fact]
    public void Shows_instructions_for_one_operation_and_those_of_the_check()
    {
        using var culture = new ForeignCulture();
        var table = Single(
            Read("8", TestCodes.Read("a")),
            Read("16", TestCodes.Read("a", check: 0)),
            Read("32", null)
        );

        var column = table.Columns.Index().Single(each => each.Item.Header == Header).Index;
        Assert.Equal(["5.25 (3)", "2.25 (0)", "–"], table.Rows.Select(r => r.Cells[column].Text));
        Assert.Equal([5.25, 2.25, null], table.Rows.Select(r => r.Cells[column].Value));
    }

    [Fact]
    public void Is_not_there_where_no_case_has_code() =>
        Assert.DoesNotContain(Single(Read("8", null)).Columns, column => column.Header == Header);

    private static Table Single(params RunCase[] cases) =>
        Assert.Single(CaseTables.Of(TestRuns.Run(cases), Suite.Book));

    private static RunCase Read(string width, RunCode? code) =>
        TestRuns.Measured("A", "Read", $"Width={width}", 5) with
        {
            Code = code,
        };
}
