using Memory64.Results.Book;
using Memory64.Results.Tables;
using Xunit;

namespace Memory64.Bench.Tests.Results.Tables;

public sealed class RateColumnTests
{
    [Fact]
    public void Shows_operations_a_second_of_its_method_only()
    {
        var token = TestRuns.Measured("Speech", "Token", "", 250_000_000, 250_000_000);
        var load = TestRuns.Measured("Speech", "Load", "", 1_000_000, 1_000_000);
        var book = new SuiteBook([
            new()
            {
                Benchmark = "Speech",
                Question = "What?",
                Note = "",
                Columns = [PageColumn.Rate("Token", "Tokens/s")],
            },
        ]);

        var table = Assert.Single(CaseTables.Of(TestRuns.Run(load, token), book));

        var column = table.Columns.Index().Single(each => each.Item.Header == "Tokens/s").Index;
        Assert.Equal(["–", "4.00"], table.Rows.Select(row => row.Cells[column].Text));
    }

    [Fact]
    public void Is_not_there_where_no_case_of_its_method_was_measured()
    {
        var load = TestRuns.Measured("Speech", "Load", "", 1_000_000, 1_000_000);
        var book = new SuiteBook([
            new()
            {
                Benchmark = "Speech",
                Question = "What?",
                Note = "",
                Columns = [PageColumn.Rate("Token", "Tokens/s")],
            },
        ]);

        Assert.DoesNotContain(
            Assert.Single(CaseTables.Of(TestRuns.Run(load), book)).Columns,
            column => column.Header == "Tokens/s"
        );
    }
}
