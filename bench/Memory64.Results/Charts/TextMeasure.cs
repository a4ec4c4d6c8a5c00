using OxyPlot;

namespace Memory64.Results.Charts;

/// <summary>
/// How much room text takes. The exporter's own measure has the widths of Helvetica in points, where SVG has pixels; the
/// reader's font may be a bit wider than Helvetica. It is a table, so the same on every machine.
/// </summary>
internal sealed class TextMeasure() : PdfRenderContext(0, 0, OxyColors.Undefined)
{
    private const double PixelsPerPoint = 96.0 / 72;
    private const double WiderFont = 1.08;

    /// <inheritdoc/>
    public override OxySize MeasureText(
        string text,
        string fontFamily,
        double fontSize,
        double fontWeight
    )
    {
        var size = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new(size.Width * PixelsPerPoint * WiderFont, size.Height * PixelsPerPoint);
    }
}
