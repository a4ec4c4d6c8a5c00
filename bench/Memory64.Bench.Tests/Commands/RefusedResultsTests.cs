using Memory64.Bench.Tests.Results;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Commands;

/// <summary>Results that no command takes: one line that says where and what, exit code 2.</summary>
public sealed class RefusedResultsTests : IDisposable
{
    private const string Case = "\"id\": \"A.M(Size=2)\"";

    private readonly ProgramProcess _program = new();
    private readonly string _folder;
    private readonly string _path;

    public RefusedResultsTests()
    {
        _folder = _program.At("recorded");
        _path = Save(_folder, "0011");
    }

    public static TheoryData<string, string, string> Broken =>
        new()
        {
            { "\"schema\": 3", "\"schema\": 4", "$.schema: schema 4 is not known" },
            { Case, "\"id\": \"A.M(Size=1)\"", "$.cases[1].id: A.M(Size=1) is there twice" },
            { Case, "", "not JSON, or cut off" },
            {
                "\"bytes\": 0",
                "\"bytes\": \"none\"",
                "$.cases[0].bytes: Value is \"string\" but should be \"integer\""
            },
            { "[5]", "[NaN]", "not JSON" },
            {
                "[5]",
                "[\"NaN\"]",
                "$.cases[0].rounds[0].iterations[0]: Value is \"string\" but should be \"number\""
            },
            { "[5]", "[-5]", "$.cases[0].rounds[0].iterations[0]: -5 should be greater than 0" },
            { "[5]", "[1e999]", "$.cases[0].rounds[0].iterations[0]: Infinity ns" },
        };

    public void Dispose() => _program.Dispose();

    [Theory]
    [MemberData(nameof(Broken))]
    public void Are_refused_by_each_command_with_line_and_property(
        string valid,
        string broken,
        string said
    )
    {
        var text = File.ReadAllText(_path);
        var at = text.IndexOf(valid, StringComparison.Ordinal);
        Assert.True(at >= 0, valid);
        var line = text[..at].Count(c => c == '\n') + 1;
        File.WriteAllText(
            _path,
            string.Concat(
                text.AsSpan(0, at),
                broken,
                // Nothing instead of something: the file ends here.
                broken.Length == 0
                    ? ""
                    : text.AsSpan(at + valid.Length)
            )
        );

        string[][] commands =
        [
            ["compare", _path, _path],
            ["publish", "--results", _folder],
            ["publish", "--check", "--results", _folder],
            ["export", "--csv", "--results", _folder],
        ];
        Assert.All(
            commands,
            command => _program.AssertRefused(command, $"{_path}, line {line}", said)
        );
        Assert.Equal([_path], Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Of_another_guest_are_not_compared() =>
        _program.AssertRefused(
            ["compare", _path, Save(_program.At("other"), "0022")],
            "results of different guests are not compared: A.M(Size=1) ran access with sha256 0011 in BASE and access with sha256 0022 in NEW"
        );

    [Fact]
    public void Without_a_run_file_are_refused()
    {
        var empty = Directory.CreateDirectory(_program.At("empty")).FullName;
        string[][] commands =
        [
            ["compare", empty, empty],
            ["publish", "--results", empty],
            ["publish", "--check", "--results", empty],
            ["publish", "--results", _program.At("none")],
            ["export", "--csv", "--results", empty],
        ];
        Assert.All(commands, command => _program.AssertRefused(command, command[^1]));
        Assert.Empty(Directory.GetFileSystemEntries(empty));
        Assert.False(Directory.Exists(_program.At("none")));
    }

    private static string Save(string _folder, string guest)
    {
        var cases = new[] { "Size=1", "Size=2" }.Select(size =>
            TestRuns.Measured("A", "M", size, 5) with
            {
                Guest = new() { Name = "access", Sha256 = guest },
            }
        );
        var run = TestRuns.Run([.. cases]);
        var saved = new RunFolder(_folder).RunPath(run.Machine.Id, run.Engine.Version);
        run.Save(saved);
        return saved;
    }
}
