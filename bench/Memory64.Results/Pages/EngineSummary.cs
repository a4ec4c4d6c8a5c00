using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Pages;

/// <summary>A run file in short.</summary>
/// <param name="Id">The engine's id: the name of the file without extension.</param>
/// <param name="Engine">The build.</param>
/// <param name="Started">When the latest run of the file was started.</param>
public sealed record EngineSummary(string Id, RunEngine Engine, DateTimeOffset Started)
{
    internal static EngineSummary Of(MeasuredEngine engine) =>
        new(engine.Id, engine.Run.Engine, engine.Run.Started);
}
