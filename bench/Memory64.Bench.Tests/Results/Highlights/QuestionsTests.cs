using Memory64.Bench.Harness.Cases;
using Memory64.Results.Highlights;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Highlights;

public sealed class QuestionsTests
{
    private static readonly RunCase[] Suite =
    [
        .. CaseCatalog.All.Select(c =>
            TestRuns.Measured(
                c.Benchmark,
                c.Method,
                string.Join(", ", c.Parameters.Select(p => $"{p.Key}={p.Value}")),
                5
            )
        ),
    ];

    [Fact]
    public void The_suite_answers_all() =>
        Assert.Equal(
            Questions.All,
            HighlightFinder.Find(TestRuns.Run(Suite)).Select(h => h.Question)
        );
}
