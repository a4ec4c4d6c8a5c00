using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles.Records;

public sealed class RunCodeTests : IDisposable
{
    private static readonly RunCase Read = TestRuns.Measured("A", "Read", "", 5) with
    {
        Code = TestCodes.Read("a1"),
    };

    private readonly TemporaryFolder _folder = new();

    private string RunPath => _folder.At("run.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_written_after_all_else_of_its_case()
    {
        TestRuns.Run(Read).Save(RunPath);

        const string expected = """
                  ],
                  "code": {
                    "function": "read8",
                    "architecture": "x64",
                    "operations": 8,
                    "bytes": 168,
                    "instructions": {
                      "load": 8,
                      "check": 24,
                      "loop": 2,
                      "other": 8
                    },
                    "hash": "00000000000000a1"
                  }
                }
            """;
        Assert.Contains(
            expected.ReplaceLineEndings("\n"),
            File.ReadAllText(RunPath),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Is_read_as_it_was_written_and_written_so_again()
    {
        TestRuns.Run(Read).Save(RunPath);
        var written = File.ReadAllBytes(RunPath);

        var loaded = RunFile.Load(RunPath);
        loaded.Save(RunPath);

        Assert.Equivalent(Read.Code, loaded.Cases[0].Code, strict: true);
        Assert.Equal(written, File.ReadAllBytes(RunPath));
    }

    [Fact]
    public void A_case_without_has_no_such_property()
    {
        TestRuns.Run(Read with { Code = null }).Save(RunPath);

        Assert.DoesNotContain("\"code\"", File.ReadAllText(RunPath), StringComparison.Ordinal);
        Assert.Null(RunFile.Load(RunPath).Cases[0].Code);
    }

    [Theory]
    [InlineData("\"read8\"", "\"\"", "function: is empty")]
    [InlineData(
        "\"x64\"",
        "\"x86\"",
        "architecture: must be one of \"x64\", \"arm64\", not \"x86\""
    )]
    [InlineData("\"operations\": 8", "\"operations\": 0", "operations: 0 is less than 1")]
    [InlineData("\"bytes\": 168", "\"bytes\": 0", "bytes: 0 is less than 1")]
    [InlineData("\"check\": 24", "\"check\": -1", "instructions.check: -1 is less than 0")]
    [InlineData(
        "\"check\": 24",
        "\"check\": 0.5",
        "instructions.check: Value is \"number\" but should be \"integer\""
    )]
    [InlineData("\"check\"", "\"chek\"", "instructions.chek: no such property")]
    [InlineData("00a1\"", "00ax\"", "hash: must be 16 hexadecimal digits")]
    [InlineData("00a1\"", "00a\"", "hash: must be 16 hexadecimal digits")]
    [InlineData("\"hash\"", "\"hush\"", "hush: no such property")]
    [InlineData(
        "\"function\": \"read8\",",
        "",
        ": Required properties [\"function\"] are not present"
    )]
    public void Refuses_in_one_line_what_is_no_code(string valid, string broken, string message)
    {
        TestRuns.Run(Read).Save(RunPath);
        var text = File.ReadAllText(RunPath);
        var at = text.LastIndexOf(valid, StringComparison.Ordinal);
        Assert.True(at > text.IndexOf("\"code\"", StringComparison.Ordinal));
        File.WriteAllText(RunPath, $"{text[..at]}{broken}{text[(at + valid.Length)..]}");

        var e = Assert.Throws<RunFileException>(() => RunFile.Load(RunPath));

        Assert.Contains(
            message.StartsWith(':') ? $"$.cases[0].code{message}" : $"$.cases[0].code.{message}",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void Never_writes_a_kind_or_an_architecture_that_could_not_be_loaded()
    {
        Assert.Equal(
            "$.cases[0].code.instructions.jump",
            Refused(TestCodes.Of("a1", 1, ("jump", 1))).Property
        );
        Assert.Equal(
            "$.cases[0].code.architecture",
            Refused(TestCodes.Read("a1") with { Architecture = "X64" }).Property
        );
    }

    [Fact]
    public void Counts_for_one_operation()
    {
        var code = TestCodes.Read("a1");

        Assert.Equal((42, 5.25, 3), (code.Count, code.CountPerOperation, code.CheckPerOperation));
        Assert.Equal(0, TestCodes.Of("a1", 1, (CodeKind.Load, 1)).CheckPerOperation);
    }

    [Fact]
    public void Counts_beyond_what_one_kind_can_have()
    {
        var huge = TestCodes.Read("a1") with
        {
            Instructions = new() { ["load"] = int.MaxValue, ["store"] = int.MaxValue },
        };

        Assert.Equal(2L * int.MaxValue, huge.Count);
    }

    private RunFileException Refused(RunCode code) =>
        Assert.Throws<RunFileException>(() =>
            TestRuns.Run(Read with { Code = code }).Save(RunPath)
        );
}
