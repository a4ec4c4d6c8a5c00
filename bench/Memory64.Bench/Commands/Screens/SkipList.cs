using Memory64.Bench.Harness.Running;

namespace Memory64.Bench.Commands.Screens;

/// <summary>Says which cases a plan leaves out, and why.</summary>
internal static class SkipList
{
    public static void Write(Screen screen, MeasurementPlan plan)
    {
        var skips = plan
            .Cases.Where(planned => planned.SkipReason is not null)
            .GroupBy(planned => (planned.Engine.Id, planned.SkipReason));
        foreach (var skip in skips)
        {
            screen.Line($"skipped on {skip.Key.Id}: {skip.Count()} cases: {skip.Key.SkipReason}");
        }
    }
}
