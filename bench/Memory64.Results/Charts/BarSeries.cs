using OxyPlot;
using OxyPlot.Series;

namespace Memory64.Results.Charts;

/// <summary>Bars that carry the mark of their series, each at its end, and so in the legend.</summary>
/// <param name="mark">The mark.</param>
internal sealed class BarSeries(SeriesMark mark) : RectangleBarSeries
{
    // Pixels from the middle of a mark to its edge. A bar of a chart with many is narrower than that.
    private const double MarkSize = 4.5;

    /// <inheritdoc/>
    public override void Render(IRenderContext rc)
    {
        base.Render(rc);
        Draw(rc, [.. Items.Select(bar => this.Transform((bar.X0 + bar.X1) / 2, bar.Y1))]);
    }

    /// <inheritdoc/>
    public override void RenderLegend(IRenderContext rc, OxyRect legendBox)
    {
        base.RenderLegend(rc, legendBox);
        Draw(rc, [legendBox.Center]);
    }

    // With a border of the background's colour: else the half that lies on the bar would not be seen.
    private void Draw(IRenderContext rc, ScreenPoint[] places) =>
        rc.DrawMarkers(
            places,
            mark.Type,
            mark.Outline,
            MarkSize,
            mark.Color.Color,
            ChartColors.Background.Color,
            1,
            EdgeRenderingMode
        );
}
