using Memory64.Results.Comparisons;
using Xunit;

namespace Memory64.Bench.Tests.Results.Comparisons;

public sealed class ComparisonJsonTests
{
    [Fact]
    public void Writes_the_promised_array()
    {
        using var culture = new ForeignCulture();
        var comparison = Comparison.Of(
            TestRuns.Run(
                TestRuns.Measured("A", "M", "Size=8GiB", 1, 2, 3, 4, 5),
                TestRuns.Measured("B", "M", "", 10.5)
            ),
            TestRuns.Run(
                TestRuns.Measured("A", "M", "Size=8GiB", 2, 4, 6, 8, 10),
                TestRuns.Skipped("B", "M", "", "no")
            )
        );

        Assert.Equal(
            """
            [
              {
                "id": "A.M(Size=8GiB)",
                "base": {
                  "rounds": 5,
                  "center": 3,
                  "spread": 2
                },
                "new": {
                  "rounds": 5,
                  "center": 6,
                  "spread": 4
                },
                "ratio": 2,
                "interval": [
                  0.5,
                  8
                ],
                "margin": 7,
                "shift": 3,
                "disparity": 1,
                "pValue": 0.14285714285714285,
                "verdict": "unsure",
                "evidence": "levels",
                "code": null,
                "steps": null,
                "why": null
              },
              {
                "id": "B.M",
                "base": {
                  "rounds": 1,
                  "center": 10.5,
                  "spread": null
                },
                "new": {
                  "rounds": 0,
                  "center": null,
                  "spread": null
                },
                "ratio": null,
                "interval": null,
                "margin": null,
                "shift": null,
                "disparity": null,
                "pValue": null,
                "verdict": null,
                "evidence": null,
                "code": null,
                "steps": null,
                "why": "skipped in NEW: no"
              }
            ]

            """,
            ComparisonJson.Write(comparison),
            ignoreLineEndingDifferences: true
        );
    }

    [Theory]
    [InlineData("faster", 0.5)]
    [InlineData("slower", 2)]
    [InlineData("same", 1)]
    public void Names_verdicts(string name, double ratio)
    {
        double[] rounds = [99.8, 99.9, 100, 100.1, 100.2];
        var comparison = Comparison.Of(
            TestRuns.Run(TestRuns.Measured("A", "M", "", rounds)),
            TestRuns.Run(TestRuns.Measured("A", "M", "", [.. rounds.Select(r => r * ratio)]))
        );

        Assert.Contains(
            $"\"verdict\": \"{name}\"",
            ComparisonJson.Write(comparison),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Writes_an_empty_array_where_there_is_no_case() =>
        Assert.Equal("[]\n", ComparisonJson.Write(Comparison.Of(TestRuns.Run(), TestRuns.Run())));
}
