using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Records;
using Memory64.Bench.Tests.Harness.Cases;
using Memory64.Bench.Tests.Harness.Running;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Run;

public sealed class ListingTests : IDisposable
{
    private readonly ProgramProcess _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Help_names_every_command_and_option()
    {
        var result = _program.Run("--help");
        result.AssertSuccess();
        string[] names =
        [
            "run",
            "verify",
            "engines",
            "publish",
            "--engine",
            "--profile",
            "--rounds",
            "--filter",
            "--job",
            "--list",
            "--results",
        ];
        Assert.All(names, name => Assert.Contains(name, result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--list")]
    [InlineData("--list", "details")]
    public void List_names_the_cases_of_the_default_profile(params string[] arguments)
    {
        var result = _program.Run(arguments);
        result.AssertSuccess();
        Assert.Equal(
            Ids(measured => measured.Description.Profile <= Profile.Standard),
            result.Lines.SkipLast(1).Select(NameOf)
        );
    }

    [Fact]
    public void List_says_what_a_case_moves_and_keeps_and_how_long_a_round_takes()
    {
        var lines = List(
            "--results",
            _program.Results,
            "--filter",
            "*Bulk*Fill*memory64*256MiB*",
            "*LoopOverhead*"
        );
        Assert.Contains(
            lines,
            line =>
                line
                    is [
                        "BulkMemory.Fill(Memory=memory64, Size=256MiB)",
                        "moves 256MiB",
                        "keeps 512MiB",
                        "takes about 2.7 s a round",
                    ]
        );
        Assert.Contains(
            lines,
            line =>
                line
                    is [
                        "BoundaryAccess.LoopOverhead(Memory=native)",
                        "moves -",
                        "keeps -",
                        "takes about 0.4 s a round",
                    ]
        );
    }

    [Fact]
    public void List_takes_times_from_the_run_file_of_this_machine_and_engine()
    {
        const string id = "BulkMemory.Fill(Memory=memory64, Size=256MiB)";
        var planned = Plans.Planned(id);
        var recorder = new RunRecorder(
            Plans.Of(1, planned),
            MachineProbe.Read(),
            SuiteVersion.Read(),
            DateTimeOffset.UnixEpoch
        );
        recorder.RoundEnded(planned.Round(1, 1.01e9));
        recorder
            .Record(planned.Engine)
            .Save(new RunFolder(_program.Results).RunPath(MachineProbe.Read().Id, "48.0.0"));

        string TimeOf(params string[] arguments) =>
            Assert.Single(List(["--filter", id, "--results", _program.Results, .. arguments]))[^1];
        Assert.Equal("takes about 7.2 s a round", TimeOf("--engine", "48.0.0"));
        Assert.Equal("takes about 2.7 s a round", TimeOf("--engine", "44.0.0"));
        Assert.Equal("takes about 2.7 s a round", TimeOf());
    }

    [Fact]
    public void List_stands_in_columns()
    {
        var result = _program.Run("--list");
        result.AssertSuccess();
        foreach (var column in (string[])["  moves ", "  keeps ", "  takes "])
        {
            var places = result
                .Lines.SkipLast(1)
                .Select(line => line.IndexOf(column, StringComparison.Ordinal));
            Assert.True(Assert.Single(places.Distinct()) > 0);
        }
    }

    [Fact]
    public void List_ends_with_how_many_there_are_and_how_long_a_round_of_them_takes()
    {
        var result = _program.Run(
            "--list",
            "--results",
            _program.Results,
            "--filter",
            "*LoopOverhead*",
            "*ZeroFill*native*6GiB*"
        );
        result.AssertSuccess();
        Assert.Equal("cases: 4, a round of all takes about 0.2 min", result.Lines[^1]);
    }

    [Theory]
    [InlineData("smoke", Profile.Smoke)]
    [InlineData("Full", Profile.Full)]
    public void List_names_the_cases_of_a_profile(string name, object profile)
    {
        var result = _program.Run("run", "--list", "flat", "--profile", name);
        result.AssertSuccess();
        Assert.Equal(
            Ids(measured => measured.Description.Profile <= (Profile)profile),
            result.Lines
        );
    }

    [Theory]
    [InlineData("--list", "flat", "--filter", "*Boundary*")]
    [InlineData("--list", "flat", "--filter", "*boundary*", "-f", "nothing-like-this")]
    [InlineData("--list", "flat", "--", "--filter", "*Boundary*")]
    public void List_names_what_a_filter_finds_in_all_profiles(params string[] arguments)
    {
        var result = _program.Run(arguments);
        result.AssertSuccess();
        Assert.Equal(Ids(measured => measured.Benchmark == "BoundaryAccess"), result.Lines);
    }

    [Fact]
    public void List_keeps_to_a_profile_that_is_named_beside_a_filter()
    {
        var result = _program.Run("--list", "flat", "--filter", "*Boundary*", "--profile", "smoke");
        result.AssertSuccess();
        Assert.Equal(
            Ids(measured =>
                measured is { Benchmark: "BoundaryAccess", Description.Profile: Profile.Smoke }
            ),
            result.Lines
        );
    }

    [Fact]
    public void Filter_finds_a_case_by_its_whole_id()
    {
        const string id = "BoundaryAccess.Read(Memory=memory64, Window=above, Width=8)";
        var result = _program.Run("--list", "flat", "--filter", id);
        result.AssertSuccess();
        Assert.Equal([id], result.Lines);
    }

    [Fact]
    public void Tree_shows_cases_below_class_and_method()
    {
        var result = _program.Run("--list", "tree", "--filter", "*Boundary*");
        result.AssertSuccess();
        Assert.Equal("Memory64.Bench", result.Lines[0]);
        Assert.EndsWith(" BoundaryAccess", result.Lines[1], StringComparison.Ordinal);
        Assert.EndsWith(" Read", result.Lines[2], StringComparison.Ordinal);
        Assert.Contains(
            result.Lines,
            line =>
                line.EndsWith(
                    " Read(Memory=memory64, Window=above, Width=8)",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Engines_shows_what_is_at_hand()
    {
        var result = _program.Run("engines");
        result.AssertSuccess();
        Assert.Contains(
            result.Lines,
            line =>
                line.StartsWith(SuiteVersion.WasmtimePackage, StringComparison.Ordinal)
                && line.Contains("nuget", StringComparison.Ordinal)
        );
    }

    private static string NameOf(string line) => line.Split("  ")[0];

    private List<string[]> List(params string[] arguments)
    {
        var result = _program.Run(["--list", .. arguments]);
        result.AssertSuccess();
        return
        [
            .. result
                .Lines.SkipLast(1)
                .Select(line =>
                    line.Split(
                        "  ",
                        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                    )
                ),
        ];
    }

    private static IEnumerable<string> Ids(Func<Case, bool> wanted) =>
        Catalog.All.Where(wanted).Select(measured => measured.Id);
}
