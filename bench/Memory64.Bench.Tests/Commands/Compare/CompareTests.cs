using System.Text.Json;
using Memory64.Bench.Tests.Results;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Compare;

public sealed class CompareTests : IDisposable
{
    private static readonly double[] Quick = [100, 101, 102, 103, 104, 105, 106, 107];

    private readonly ProgramProcess _program = new();
    private readonly string _quick;
    private readonly string _slow;

    public CompareTests()
    {
        _quick = Save("quick", 1);
        _slow = Save("slow", 2);
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Says_what_became_slower()
    {
        var compared = _program.Run("compare", _quick, _slow);

        compared.AssertSuccess();
        Assert.Contains("slower", compared.Output, StringComparison.Ordinal);
        Assert.Contains(
            "0 faster, 1 slower, 0 same, 0 same within a margin, 0 unsure",
            compared.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Says_where_two_are_not_of_one_run(int daysLater, int notices)
    {
        var run = Run(2);
        (run with { Started = run.Started.AddDays(daysLater) }).Save(_slow);

        var compared = _program.Run("compare", _quick, _slow);

        compared.AssertSuccess();
        Assert.Equal(
            notices,
            compared.Lines.Count(line =>
                line.StartsWith("not of one run", StringComparison.Ordinal)
            )
        );
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Fails_on_slower_only_where_it_is_asked_to_and_something_is(
        bool swapped,
        int exitCode
    )
    {
        var (from, to) = swapped ? (_slow, _quick) : (_quick, _slow);

        Assert.Equal(exitCode, _program.Run("compare", from, to, "--fail-on", "slower").ExitCode);
    }

    [Fact]
    public void What_fails_in_new_counts_against_it()
    {
        var dead = _program.At("dead.json");
        TestRuns.Run(TestRuns.Failed("A", "M", "Size=1", "round 1: lost last byte")).Save(dead);

        var gate = _program.Run("compare", _quick, dead, "--fail-on", "slower");
        Assert.Equal(1, gate.ExitCode);
        Assert.Contains(
            "--fail-on slower: 0 cases are slower, 1 that BASE measured failed in NEW",
            gate.Error,
            StringComparison.Ordinal
        );
        _program.Run("compare", _quick, dead).AssertSuccess();

        var compared = _program.Run("compare", _quick, dead, "--json");
        using var json = JsonDocument.Parse(compared.Output);
        var item = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("verdict").ValueKind);
        Assert.Equal("failed in NEW: round 1: lost last byte", item.GetProperty("why").GetString());
    }

    [Fact]
    public void Nothing_in_common_is_no_success_of_the_gate()
    {
        var other = _program.At("other.json");
        TestRuns.Run(TestRuns.Measured("A", "M", "Size=2", Quick)).Save(other);

        var gate = _program.Run("compare", _quick, other, "--fail-on", "slower");

        Assert.Equal(1, gate.ExitCode);
        Assert.Contains("nothing was compared", gate.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_in_what_the_two_were_measured_otherwise()
    {
        var run = Run(2);
        (run with { Machine = run.Machine with { Kernel = "7.0" } }).Save(_slow);

        Assert.Contains(
            "not measured alike: Kernel: 6.1.0 in BASE, 7.0 in NEW",
            _program.Run("compare", _quick, _slow).Lines
        );
    }

    [Fact]
    public void Tells_two_builds_of_one_version_apart()
    {
        var run = Run(2);
        (run with { Engine = run.Engine with { Sha256 = "bbbbccccddddeeee" } }).Save(_slow);

        Assert.StartsWith(
            "50.0.1 (nuget, aaaabbbbcccc) on test-machine against 50.0.1 (nuget, bbbbccccdddd)",
            _program.Run("compare", _quick, _slow).Lines[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Writes_to_files_in_one_encoding_whatever_the_locale()
    {
        var run = Run(2);
        (run with { Machine = run.Machine with { Kernel = "µ" } }).Save(_slow);

        var compared = _program.RunWith(
            ("LC_ALL", "en_US.ISO-8859-1"),
            "compare",
            _quick,
            _slow,
            "--markdown"
        );

        Assert.Contains("6.1.0 in BASE, µ in NEW", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_json_with_the_documented_keys()
    {
        var compared = _program.Run("compare", _quick, _slow, "--json");

        compared.AssertSuccess();
        using var json = JsonDocument.Parse(compared.Output);
        var item = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(
            [
                "id",
                "base",
                "new",
                "ratio",
                "interval",
                "margin",
                "shift",
                "disparity",
                "pValue",
                "verdict",
                "evidence",
                "code",
                "steps",
                "why",
            ],
            item.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal("slower", item.GetProperty("verdict").GetString());
        Assert.Equal(2, item.GetProperty("ratio").GetDouble(), 6);
    }

    [Fact]
    public void Writes_markdown()
    {
        var compared = _program.Run("compare", _quick, _slow, "--markdown");

        compared.AssertSuccess();
        Assert.Contains(
            "\n| Method",
            compared.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Compares_the_engines_that_two_machines_share_and_names_the_others()
    {
        Folder("first", "24.0.0", "36.0.0", "50.0.1");
        Folder("second", "36.0.0", "50.0.1", "51.0.0");

        var compared = _program.Run("compare", _program.At("first"), _program.At("second"));

        compared.AssertSuccess();
        Assert.Equal(
            2,
            compared.Lines.Count(line =>
                line.StartsWith(
                    "0 faster, 0 slower, 0 same, 1 same within a margin",
                    StringComparison.Ordinal
                )
            )
        );
        Assert.Equal(
            [
                "not compared, as only BASE has them: 24.0.0",
                "not compared, as only NEW has them: 51.0.0",
            ],
            compared.Lines[^2..]
        );

        void Folder(string name, params string[] engines)
        {
            foreach (var engine in engines)
            {
                Run(1).Save(_program.At(name, $"{engine}.json"));
            }
        }
    }

    [Fact]
    public void Exports_a_row_a_round_after_a_header()
    {
        var run = Run(1);
        run.Save(new RunFolder(_program.Results).RunPath(run.Machine.Id, run.Engine.Version));

        var exported = _program.Run("export", "--csv", "--results", _program.Results);

        exported.AssertSuccess();
        Assert.StartsWith("machine,engineVersion,", exported.Lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + Quick.Length, exported.Lines.Length);
    }

    [Fact]
    public void Refuses_what_it_can_not_compare()
    {
        _program.AssertRefused(
            ["compare", _quick, "98.0.0"],
            "98.0.0 is neither a run file nor an engine measured on"
        );
        _program.AssertRefused(
            ["compare", _quick, _program.At(".")],
            "a machine's folder is compared with another one only"
        );
        _program.AssertRefused(
            ["compare", _quick, _slow, "--alpha", "7"],
            "--alpha 7: a number above 0 and below 0.5"
        );
        _program.AssertRefused(["compare", _quick, _slow, "--fail-on", "faster"], "'faster'");
        _program.AssertRefused(["export", "--results", _program.Results], "export: name a format");
        _program.AssertRefused(
            ["export", "--csv", "--results", _program.Results],
            "holds no run file"
        );
    }

    [Fact]
    public void Refuses_the_folder_of_all_machines_by_naming_theirs()
    {
        var run = Run(1);
        var all = _program.At("all");
        run.Save(new RunFolder(all).RunPath(run.Machine.Id, run.Engine.Version));
        File.WriteAllText(Path.Combine(all, "run-file.schema.json"), RunFileSchema.Text());

        _program.AssertRefused(
            ["compare", all, all],
            $"compare: {all} holds the folders of machines; name one of them: {Path.Combine(all, run.Machine.Id)}"
        );
        _program.AssertRefused(
            ["compare", Path.Combine(all, run.Machine.Id), all],
            $"{all} holds the folders of machines"
        );
    }

    [Fact]
    public void Refuses_two_forms_at_once()
    {
        string[][] commands =
        [
            ["compare", _quick, _slow],
            ["duel", "50.0.1", "50.0.1"],
            ["explain", "*Nothing*"],
        ];
        Assert.All(
            commands,
            command =>
                _program.AssertRefused(
                    [.. command, "--markdown", "--json"],
                    "--json and --markdown: name one of the two"
                )
        );
    }

    private static RunFile Run(double factor) =>
        TestRuns.Run(
            TestRuns.Measured("A", "M", "Size=1", [.. Quick.Select(time => time * factor)])
        );

    private string Save(string name, double factor)
    {
        var path = _program.At($"{name}.json");
        Run(factor).Save(path);
        return path;
    }
}
