using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Running;
using Memory64.Engines.Identity;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

public sealed class PlannedEngineTests
{
    private static readonly EngineBuild Official = Build("50.0.1", 'a');
    private static readonly EngineBuild Patched = Build("50.0.1", 'b');
    private static readonly EngineBuild Bare = Build(EngineVersion.Unknown, 'c');
    private static readonly EngineBuild OtherBare = Build(EngineVersion.Unknown, 'd');

    [Fact]
    public void Is_named_by_its_version_and_told_apart_where_it_is_measured_again() =>
        Assert.Equal(
            ["50.0.1", "36.0.0", "50.0.1~2", "50.0.1~3"],
            Names(Official, Build("36.0.0", 'e'), Official, Official)
        );

    [Fact]
    public void V8_is_named_by_its_Node() =>
        Assert.Equal(
            ["v8@26.10.0", "v8@26.10.0+bbbbbbbbbbbb", "v8@26.10.0~2"],
            Names(Build("v8@26.10.0", 'a'), Build("v8@26.10.0", 'b'), Build("v8@26.10.0", 'a'))
        );

    [Fact]
    public void Two_builds_of_one_version_are_two_engines() =>
        Assert.Equal(
            [
                "50.0.1",
                "50.0.1+bbbbbbbbbbbb",
                "50.0.1~2",
                "50.0.1+bbbbbbbbbbbb~2",
                "unknown+cccccccccccc",
                "unknown+dddddddddddd",
            ],
            Names(Official, Patched, Official, Patched, Bare, OtherBare)
        );

    [Fact]
    public void A_version_is_the_name_of_the_build_that_is_recorded_under_it()
    {
        var runs = PlannedEngine.NameAll(
            [(null, Patched), (null, Official)],
            id => id == "50.0.1" ? Official.Sha256 : null
        );

        Assert.Equal(["50.0.1+bbbbbbbbbbbb", "50.0.1"], runs.Select(run => run.Id));
    }

    [Fact]
    public void Is_called_what_the_user_calls_it()
    {
        var runs = PlannedEngine.NameAll([("mine", Bare), ("mine", Bare), (null, Bare)], _ => null);

        Assert.Equal(["mine", "mine~2", "unknown+cccccccccccc"], runs.Select(run => run.Id));
    }

    [Fact]
    public void One_name_for_two_builds_is_refused()
    {
        var error = Assert.Throws<MeasurementException>(() =>
            PlannedEngine.NameAll([("mine", Bare), ("mine", OtherBare)], _ => null)
        );

        Assert.Equal(
            "--engine: two builds are called mine; give each a name of its own",
            error.Message
        );
    }

    private static IEnumerable<string> Names(params EngineBuild[] builds) =>
        PlannedEngine
            .NameAll([.. builds.Select(build => ((string?)null, build))], _ => null)
            .Select(run => run.Id);

    private static EngineBuild Build(string version, char digit) =>
        new(version, EngineOrigin.Wheel, $"/{version}-{digit}.so", new string(digit, 64));
}
