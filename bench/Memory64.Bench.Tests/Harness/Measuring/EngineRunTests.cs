using Memory64.Bench.Harness.Measuring;
using Memory64.Engines;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Measuring;

public sealed class EngineRunTests
{
    [Fact]
    public void Is_named_by_its_version_and_told_apart_where_it_is_measured_again()
    {
        var runs = EngineRun.NameAll([
            Build("50.0.1"),
            Build("36.0.0"),
            Build("50.0.1"),
            Build("50.0.1"),
        ]);

        Assert.Equal(["50.0.1", "36.0.0", "50.0.1~2", "50.0.1~3"], runs.Select(run => run.Id));
        Assert.All(
            runs,
            run => Assert.StartsWith(run.Build.Version, run.Id, StringComparison.Ordinal)
        );
    }

    private static EngineBuild Build(string version) =>
        new(version, "wheel", $"/{version}.so", "00");
}
