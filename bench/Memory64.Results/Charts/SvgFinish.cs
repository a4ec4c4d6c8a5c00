using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Memory64.Results.Tables;
using OxyPlot;

namespace Memory64.Results.Charts;

/// <summary>
/// What the exporter leaves out: a second set of colours for readers with a dark scheme, the chart in words for readers
/// who can't see it, where it comes from, and text placed so that every renderer understands it.
/// </summary>
internal static class SvgFinish
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
    };

    private static readonly string Style =
        $"\n@media (prefers-color-scheme: dark) {{\n{string.Concat(ChartColors.All.Select(Rules))}}}\n";

    // Some renderers, librsvg among them, don't know dominant-baseline, and axes would strike their labels through. Capitals and
    // digits of the fonts in use are 0.72 em high.
    private static readonly Dictionary<string, string?> Shifts = new(StringComparer.Ordinal)
    {
        ["hanging"] = "0.72em",
        ["middle"] = "0.36em",
        ["baseline"] = null,
    };

    public static string Of(string svg, Chart chart)
    {
        using var reader = XmlReader.Create(
            new StringReader(svg),
            new() { DtdProcessing = DtdProcessing.Ignore }
        );
        var root = XDocument.Load(reader).Root!;
        root.Attributes().Where(a => a.IsNamespaceDeclaration && a.Name != "xmlns").Remove();
        root.SetAttributeValue(
            "viewBox",
            $"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}"
        );
        root.SetAttributeValue("role", "img");
        root.AddFirst(
            new XComment($" Generated from run files by {PublishLine.Text} "),
            new XElement(Svg + "title", ChartPlot.Text(chart.Title)),
            new XElement(Svg + "desc", ChartPlot.Legal(chart.AltText)),
            new XElement(Svg + "style", Style)
        );
        foreach (var baseline in root.Descendants().Attributes("dominant-baseline").ToList())
        {
            baseline.Parent!.SetAttributeValue("dy", Shifts[baseline.Value]);
            baseline.Remove();
        }

        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Settings))
        {
            root.Save(writer);
        }

        return text.Append('\n').ToString();
    }

    // The exporter writes colours into style attributes, which only !important overrides, and those of text as fill.
    private static string Rules(ChartColor color)
    {
        var light = Rgb(color.Color);
        return string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                [style*="fill:{{light}}"] { fill: {{color.Dark}} !important }
                [style*="stroke:{{light}}"] { stroke: {{color.Dark}} !important }
                [fill="{{light}}"] { fill: {{color.Dark}} }

                """
            )
            .ReplaceLineEndings("\n");
    }

    private static string Rgb(OxyColor color) =>
        string.Create(CultureInfo.InvariantCulture, $"rgb({color.R},{color.G},{color.B})");
}
