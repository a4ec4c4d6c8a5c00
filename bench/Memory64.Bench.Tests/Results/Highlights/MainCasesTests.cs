using Memory64.Bench.Harness.Cases;
using Memory64.Results.Highlights;
using Xunit;

namespace Memory64.Bench.Tests.Results.Highlights;

public sealed class MainCasesTests
{
    public static TheoryData<string> Titles => [.. MainCases.All.Select(c => c.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Each_is_one_case_of_the_suite(string title)
    {
        var main = MainCases.All.Single(c => c.Title == title);

        Assert.Single(
            CaseCatalog.All,
            c =>
                c.Benchmark == main.Benchmark
                && main.Pattern.Matches(
                    TestRuns.Measured(
                        c.Benchmark,
                        c.Method,
                        string.Join(", ", c.Parameters.Select(p => $"{p.Key}={p.Value}"))
                    )
                )
        );
    }
}
