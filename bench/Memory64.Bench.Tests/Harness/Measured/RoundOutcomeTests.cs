using Memory64.Bench.Harness.Measured;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Measured;

public sealed class RoundOutcomeTests
{
    private const string First =
        """// memory64: {"ResidentBytes":1,"MinorFaults":2,"MajorFaults":3,"Failure":null}""";
    private const string Last =
        """// memory64: {"ResidentBytes":4,"MinorFaults":5,"MajorFaults":6,"Failure":"torn"}""";

    [Fact]
    public void Is_the_last_line_among_all_others()
    {
        string[] lines =
        [
            "// Benchmark Process Environment Information:",
            First,
            "WorkloadActual   1: 1 op, 100.00 ns, 100.0000 ns/op",
            Last,
            "// AfterAll",
            " // memory64: not at the start of a line",
            "",
        ];
        Assert.Equal(
            new RoundOutcome
            {
                ResidentBytes = 4,
                MinorFaults = 5,
                MajorFaults = 6,
                Failure = "torn",
            },
            RoundOutcome.Find(lines)
        );
    }

    [Theory]
    [InlineData()]
    [InlineData("// AfterAll", "memory64: {}")]
    public void Is_null_where_there_is_none(params string[] lines) =>
        Assert.Null(RoundOutcome.Find(lines));

    [Theory]
    [InlineData("// memory64: ")]
    [InlineData("// memory64: {\"ResidentBytes\":4,\"Mino")]
    public void Is_null_where_the_line_is_torn(string line) =>
        Assert.Null(RoundOutcome.Find([First, line]));
}
