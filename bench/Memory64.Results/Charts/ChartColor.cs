using OxyPlot;

namespace Memory64.Results.Charts;

/// <summary>A colour in both schemes.</summary>
/// <param name="Light">On white, as #rrggbb.</param>
/// <param name="Dark">On dark grey, as #rrggbb.</param>
internal sealed record ChartColor(string Light, string Dark)
{
    /// <summary>The light one, which is drawn; <see cref="SvgFinish"/> adds the other.</summary>
    public OxyColor Color => OxyColor.Parse(Light);
}
