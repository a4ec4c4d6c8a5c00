using Memory64.Bench.Harness.Cases;
using Memory64.Results.Book;
using Memory64.Results.Charts;
using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Charts;

public sealed class SeriesMarkTests
{
    public static TheoryData<string> Charts => [.. Suite.Book.Charts.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Charts))]
    public void No_chart_of_the_book_has_more_series_than_marks(string name) =>
        Assert.InRange(
            Suite.Book.Charts.Single(c => c.Name == name).Series.Count,
            1,
            SeriesMark.All.Count
        );

    [Fact]
    public void Each_mark_has_a_colour_and_a_shape_of_its_own()
    {
        Assert.Distinct(SeriesMark.All.Select(mark => mark.Color.Light));
        Assert.Distinct(SeriesMark.All.Select(mark => mark.Color.Dark));
        Assert.Distinct(
            SeriesMark.All.Select(mark => $"{mark.Type} {string.Join(' ', mark.Outline)}")
        );
    }

    [Fact]
    public void Any_two_colours_differ_for_readers_of_any_colour_vision() =>
        Assert.All(
            ColorVision.All,
            vision =>
            {
                Assert.All(Pairs(color => color.Light), AssertDiffer);
                Assert.All(Pairs(color => color.Dark), AssertDiffer);

                void AssertDiffer((string One, string Other) pair) =>
                    Assert.True(
                        vision.Difference(pair.One, pair.Other) >= 15,
                        $"{vision.Name}: {pair}, {vision.Difference(pair.One, pair.Other)}"
                    );
            }
        );

    [Fact]
    public void Each_colour_contrasts_with_the_background() =>
        Assert.All(
            SeriesMark.All,
            mark =>
            {
                var background = ChartColors.Background;
                Assert.True(ColorVision.Contrast(mark.Color.Light, background.Light) >= 3);
                Assert.True(ColorVision.Contrast(mark.Color.Dark, background.Dark) >= 3);
            }
        );

    // Of the pairs that Sharma et al. publish: one by hue, one of nearly grey colours, one across the turn of hue.
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195)]
    [InlineData(50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0)]
    [InlineData(22.7233, 20.0904, -46.694, 23.0331, 14.973, -42.5619, 2.0373)]
    [InlineData(2.0776, 0.0795, -1.135, 0.9033, -0.0636, -0.5514, 0.9082)]
    public void The_difference_is_the_published_one(
        double l1,
        double a1,
        double b1,
        double l2,
        double a2,
        double b2,
        double difference
    ) =>
        Assert.Equal(
            difference,
            ColorVision.Ciede2000((l1, a1, b1), (l2, a2, b2)),
            tolerance: 1e-4
        );

    [Theory]
    [InlineData(ChartShape.Bars)]
    [InlineData(ChartShape.Lines)]
    public void A_chart_of_more_series_than_marks_is_refused(ChartShape shape)
    {
        Assert.NotEmpty(ChartWriter.Write(Of(SeriesMark.All.Count, shape)));

        var refusal = Assert.Throws<ArgumentException>(() =>
            ChartWriter.Write(Of(SeriesMark.All.Count + 1, shape))
        );

        Assert.StartsWith(
            "many has 10 series, and there are 9 marks to tell them apart",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<(string, string)> Pairs(Func<ChartColor, string> scheme)
    {
        List<string> colors = [.. SeriesMark.All.Select(mark => scheme(mark.Color))];
        return colors.SelectMany((one, i) => colors.Skip(i + 1).Select(other => (one, other)));
    }

    private static Chart Of(int series, ChartShape shape) =>
        new()
        {
            Name = "many",
            Title = "many",
            Whiskers = "There are none",
            Shape = shape,
            CategoryTitle = "c",
            ValueTitle = "v",
            Scale = Scale.Time,
            Categories = ["a"],
            Series =
            [
                .. Enumerable
                    .Range(0, series)
                    .Select(i => new ChartSeries($"s{i}", [new("a", 5 + i, null)])),
            ],
        };
}
