using System.Text.Json;
using Json.Schema;
using Memory64.Bench.Harness;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles;

public sealed class RunFileSchemaTests : IDisposable
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(RunFileSchema.Text());

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Takes_every_published_run_file()
    {
        var results = new RunFolder(Repository.ResultsPath);
        var paths = results
            .Machines()
            .SelectMany(machine =>
                results.Engines(machine).Select(engine => results.RunPath(machine, engine))
            )
            .ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(IsValid(File.ReadAllText(path)), path));
    }

    [Fact]
    public void Takes_what_this_program_writes() => Assert.True(IsValid(Written()));

    [Theory]
    [InlineData("\"schema\": 3", "\"schema\": 4")]
    [InlineData("\"clock\": \"thread\"", "\"clock\": \"Thread\"")]
    [InlineData("\"creations\": [[3", "\"creations\": [[2.5")]
    [InlineData("\"creations\": [[3, ", "\"creations\": [[")]
    [InlineData("\"status\": \"measured\"", "\"status\": \"lost\"")]
    [InlineData("\"unit\": \"ns\"", "\"unit\": \"h\"")]
    [InlineData("\"bytes\": 8", "\"bytes\": \"8\"")]
    [InlineData("\"bytes\": 8", "\"octets\": 8")]
    [InlineData("\"iterations\": [0.52]", "\"iterations\": [-1]")]
    [InlineData("\"iterations\": [0.52]", "\"iterations\": []")]
    [InlineData("\"codeBytes\": 5", "\"codeBytes\": \"5\"")]
    [InlineData("\"family\": 26", "\"family\": \"26\"")]
    [InlineData("\"family\": 26", "\"kin\": 26")]
    [InlineData("\"check\": 24", "\"chek\": 24")]
    [InlineData("\"bytes\": 64", "\"bytes\": \"64\"")]
    [InlineData("\"bytes\": 64,", "")]
    [InlineData("\"architecture\": \"x64\"", "\"architecture\": \"X64\"")]
    public void Refuses_what_the_reader_refuses(string valid, string broken)
    {
        var text = Written();
        Assert.Contains(valid, text, StringComparison.Ordinal);
        text = text.Replace(valid, broken, StringComparison.Ordinal);

        Assert.False(IsValid(text));
        var path = _folder.At("broken.json");
        File.WriteAllText(path, text);
        Assert.Throws<RunFileException>(() => RunFile.Load(path));
    }

    // A run that has something of everything, an earlier run, metrics and code included.
    private string Written()
    {
        var run = TestRuns.Rich();
        var kept = TestRuns.OfEarlierRun(run.Cases[^1]);
        var measured = TestRuns.Measured("Last", "M", "", 1) with
        {
            Rounds = [TestRuns.Round(1) with { Metrics = new() { ["codeBytes"] = 5 } }],
            Code = TestCodes.Read("a1"),
            Input = TestRuns.Input("0011"),
        };
        var path = _folder.At("run.json");
        (
            run with
            {
                Machine = run.Machine with
                {
                    Processor = new()
                    {
                        Vendor = "AuthenticAMD",
                        Family = 26,
                        Model = 2,
                        Stepping = 1,
                    },
                },
                Cases =
                [
                    .. run.Cases.Take(run.Cases.Count - 1),
                    kept with
                    {
                        Earlier = kept.Earlier! with { Machine = run.Machine },
                    },
                    measured,
                ],
            }
        ).Save(path);
        var loaded = RunFile.Load(path).Cases.Single(c => c.Id == measured.Id);
        Assert.Equal(measured.Rounds[0].Metrics, loaded.Rounds[0].Metrics);
        Assert.Equal(measured.Input, loaded.Input);
        return File.ReadAllText(path);
    }

    private static bool IsValid(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Schema.Evaluate(document.RootElement).IsValid;
    }
}
