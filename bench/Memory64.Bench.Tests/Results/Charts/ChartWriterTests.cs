using System.Globalization;
using System.Xml.Linq;
using Memory64.Results.Book;
using Memory64.Results.Charts;
using Memory64.Results.Statistics;
using Memory64.Results.Units;
using Xunit;

namespace Memory64.Bench.Tests.Results.Charts;

public sealed class ChartWriterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static IReadOnlyList<Chart> All { get; } =
        ChartRuns.Charts(ChartRuns.Full("24.0.0"), ChartRuns.Full("50.0.1"));

    [Fact]
    public void Has_the_same_bytes_in_every_culture()
    {
        var plain = All.Select(ChartWriter.Write).ToList();
        using var culture = new ForeignCulture();

        Assert.Equal(plain, All.Select(ChartWriter.Write));
        Assert.All(plain, text => Assert.DoesNotContain('\r', text));
    }

    [Fact]
    public void Has_the_same_bytes_whatever_is_drawn_meanwhile()
    {
        var alone = All.Select(ChartWriter.Write).ToList();

        Assert.Equal(
            Enumerable.Repeat(alone, 8).SelectMany(texts => texts),
            Enumerable
                .Repeat(All, 8)
                .SelectMany(charts => charts)
                .AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(4)
                .Select(ChartWriter.Write)
        );
    }

    [Fact]
    public void Places_text_in_a_way_that_every_renderer_knows() =>
        Assert.All(
            All,
            chart =>
            {
                var svg = ChartWriter.Write(chart);
                Assert.DoesNotContain("dominant-baseline", svg, StringComparison.Ordinal);
                Assert.Contains("dy=\"0.72em\"", svg, StringComparison.Ordinal);
                Assert.Contains("dy=\"0.36em\"", svg, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void Names_what_it_shows_with_units_and_a_legend() =>
        Assert.All(
            All,
            chart =>
            {
                var texts = Texts(ChartWriter.Write(chart)).ToList();
                Assert.Contains(chart.Title, texts);
                Assert.Contains(chart.CategoryTitle, texts);
                Assert.Contains(
                    chart.IsLogarithmic
                        ? $"{chart.ValueTitle} (logarithmic)"
                        : $"{chart.ValueTitle} ({chart.Unit.Symbol})",
                    texts
                );
                Assert.All(chart.Series, series => Assert.Contains(series.Name, texts));
                Assert.All(
                    chart.Categories.SelectMany(c => c.Split('\n')),
                    line => Assert.Contains(line, texts)
                );
            }
        );

    [Theory]
    [InlineData(3e3, 6e9, "1 µs", "10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s", "10 s")]
    [InlineData(3e3, 6e8, "1 µs", "10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s")]
    [InlineData(1e3, 1e5, "1 µs", "10 µs", "100 µs")]
    [InlineData(5e5, 2e9, "100 µs", "1 ms", "10 ms", "100 ms", "1 s", "10 s")]
    public void Labels_every_power_of_ten_with_its_unit(
        double lowest,
        double largest,
        params string[] decades
    )
    {
        var chart = All.Single(c => c.IsLogarithmic);
        chart = chart with
        {
            Series =
            [
                new(
                    "s",
                    [
                        new(chart.Categories[0], lowest, null),
                        new(chart.Categories[1], largest, null),
                    ]
                ),
            ],
        };

        Assert.Equal(
            decades,
            Texts(ChartWriter.Write(chart)).Where(text => text.EndsWith('s') && text[0] == '1')
        );
    }

    [Fact]
    public void Has_another_colour_for_everything_in_a_dark_scheme()
    {
        foreach (var text in All.Select(ChartWriter.Write))
        {
            var root = XDocument.Parse(text).Root!;
            var style = root.Element(Svg + "style")!.Value;
            Assert.Contains("prefers-color-scheme: dark", style, StringComparison.Ordinal);
            var colors = root.Descendants()
                .SelectMany(e => e.Attributes())
                .Where(a => a.Name.LocalName is "style" or "fill")
                .SelectMany(a => a.Value.Split(';'))
                .Select(part => part.Split(':')[^1])
                .Where(value => value.StartsWith("rgb", StringComparison.Ordinal))
                .Distinct()
                .ToList();
            Assert.NotEmpty(colors);
            Assert.All(colors, color => Assert.Contains(color, style, StringComparison.Ordinal));
            Assert.DoesNotContain("black", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script> & \"'")]
    [InlineData("^{a} _{b _{")]
    [InlineData("\0\u0001\u001b[31m\ud800\uffff")]
    [InlineData("]]> --> <!-- ${x}")]
    public void Is_well_formed_whatever_names_hold(string name)
    {
        var chart = new Chart
        {
            Name = "hostile",
            Title = name,
            Whiskers = name,
            Shape = ChartShape.Bars,
            CategoryTitle = name,
            ValueTitle = name,
            Scale = Scale.Time,
            Categories = [name],
            Series = [new(name, [new(name, 5, new(4, 6))])],
        };

        var root = XDocument.Parse(ChartWriter.Write(chart)).Root!;

        Assert.DoesNotContain(root.Descendants(), e => e.Name.LocalName == "script");
        Assert.Equal(Svg + "svg", root.Name);
    }

    [Fact]
    public void Cuts_and_turns_names_that_have_no_room()
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(i => $"{i}-{new string('x', 80)}")];
        var chart = All[^1] with
        {
            Categories = names,
            Series = [new("s", [.. names.Select(n => new ChartPoint(n, 5, null))])],
        };

        var text = ChartWriter.Write(chart);

        Assert.DoesNotContain(
            new string('x', 30),
            XDocument.Parse(text).Root!.Value.Replace(chart.AltText, "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("rotate(-40)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_a_whisker_that_reaches_below_zero_from_the_axis_on()
    {
        foreach (var chart in All)
        {
            var wild = chart with
            {
                Series =
                [
                    .. chart.Series.Select(s =>
                        s with
                        {
                            Points =
                            [
                                .. s.Points.Select(p =>
                                    p with
                                    {
                                        Whisker = new Interval(-p.Value, 3 * p.Value),
                                    }
                                ),
                            ],
                        }
                    ),
                ],
            };

            var text = ChartWriter.Write(wild);

            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
            Assert.All(Heights(text), y => Assert.InRange(y, 0, 420));
        }
    }

    private static IEnumerable<double> Heights(string svg) =>
        from line in XDocument.Parse(svg).Descendants(Svg + "polyline")
        from point in line.Attribute("points")!.Value.Split(' ')
        select double.Parse(point.Split(',')[1], CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(string svg) =>
        XDocument.Parse(svg).Descendants(Svg + "text").Select(e => e.Value);
}
