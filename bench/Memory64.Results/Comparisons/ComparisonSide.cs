using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;

namespace Memory64.Results.Comparisons;

/// <summary>Whose times one side of a comparison are.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Machine">The machine it ran on.</param>
public sealed record ComparisonSide(RunEngine Engine, RunMachine Machine)
{
    internal static ComparisonSide Of(RunFile run) => new(run.Engine, run.Machine);
}
