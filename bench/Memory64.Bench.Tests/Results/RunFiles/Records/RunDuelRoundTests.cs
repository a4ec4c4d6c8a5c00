using System.Text.Json.Nodes;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles.Records;

/// <summary>The two forms of a duel's round in a file: with the ratio of each exchange, and with the exchanges in short.</summary>
public sealed class RunDuelRoundTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_the_median_of_its_exchanges_where_it_has_no_ratio()
    {
        var round = Loaded(new() { ["ratios"] = new JsonArray(1.0, 3.0, 1.5, 1.25) });

        Assert.Equal((1.375, 4), (round.Value, round.Exchanges));
        Assert.Equal(DuelClock.Wall, round.Clock);
        Assert.Null(round.WallRatio);
    }

    [Fact]
    public void Is_its_ratio_where_it_has_one()
    {
        var round = Loaded(
            new()
            {
                ["ratio"] = 1.25,
                ["creations"] = new JsonArray(Creation(200, 1.24, 0.01), Creation(1, 1.5, 0)),
                ["clock"] = "thread",
                ["wallRatio"] = 1.3,
            }
        );

        Assert.Equal((1.25, 201), (round.Value, round.Exchanges));
        Assert.Equal((DuelClock.Thread, 1.3), (round.Clock, round.WallRatio));
        Assert.Equal(
            [
                new()
                {
                    Exchanges = 200,
                    Ratio = 1.24,
                    Spread = 0.01,
                },
                DuelCreation.Of([1.5]),
            ],
            round.Creations
        );
        Assert.Empty(round.Ratios);
    }

    [Fact]
    public void Is_written_with_what_it_has_and_nothing_else()
    {
        var path = Save(
            new RunDuelRound
            {
                Ratios = [1.5, 1.25],
                Subject = 15,
                Opponent = 10,
            },
            TestRuns.ThreadRound(2)
        );

        Assert.Equal(
            """
            [
              {
                "ratios": [1.5, 1.25],
                "subject": 15,
                "opponent": 10
              },
              {
                "ratio": 2,
                "creations": [[3, 2, 0.25], [1, 2, 0]],
                "subject": 20,
                "opponent": 10,
                "clock": "thread",
                "wallRatio": 3
              }
            ]
            """.ReplaceLineEndings("\n"),
            string.Join('\n', RoundsOf(path))
        );
        Assert.Equal([1.375, 2], RunFile.Load(path).Cases[0].Duels[0].Values);
    }

    [Theory]
    [InlineData("""{ }""", "", "neither ratio and creations nor ratios")]
    [InlineData("""{ "ratios": [] }""", "", "neither ratio and creations nor ratios")]
    [InlineData("""{ "ratio": 1 }""", ".ratio", "without the creations")]
    [InlineData("""{ "ratio": 1, "creations": [] }""", ".ratio", "without the creations")]
    [InlineData("""{ "creations": [C] }""", ".creations", "without the round's ratio")]
    [InlineData("""{ "ratio": 1, "creations": [C], "ratios": [1] }""", ".ratios", "as well")]
    [InlineData("""{ "ratio": 1, "ratios": [1] }""", ".ratios", "as well")]
    [InlineData("""{ "ratio": -1, "creations": [C] }""", ".ratio", "-1 is no ratio")]
    [InlineData("""{ "ratios": [1, 0] }""", ".ratios[1]", "0 is no ratio")]
    [InlineData(
        """{ "ratio": 1, "creations": [C, [0, 1, 0]] }""",
        ".creations[1][0]",
        "0 should be at least 1"
    )]
    [InlineData(
        """{ "ratio": 1, "creations": [[1, 1, 0.1]] }""",
        ".creations[0][2]",
        "0.1 is no spread"
    )]
    [InlineData(
        """{ "ratio": 1, "creations": [[2, 0, 0.1]] }""",
        ".creations[0][1]",
        "0 should be greater than 0"
    )]
    [InlineData("""{ "ratios": [1], "wallRatio": 1 }""", ".wallRatio", "the wall's already")]
    [InlineData("""{ "ratios": [1], "clock": "thread" }""", ".clock", "no wallRatio")]
    [InlineData(
        """{ "ratios": [1], "clock": "thread", "wallRatio": 1e30 }""",
        ".wallRatio",
        "1E+30 is no ratio"
    )]
    [InlineData("""{ "ratios": [1], "clock": "cpu" }""", ".clock", "\"wall\", \"thread\"")]
    public void Is_refused_with_file_line_and_property(string round, string property, string what)
    {
        const string creation = """[2, 1, 0.1]""";
        var path = Write(
            JsonNode.Parse(round.Replace("C", creation, StringComparison.Ordinal))!.AsObject()
        );

        var e = Assert.Throws<RunFileException>(() => RunFile.Load(path));

        Assert.Equal($"$.cases[0].duels[0].rounds[0]{property}", e.Property);
        Assert.NotNull(e.Line);
        Assert.StartsWith(
            $"{path}, line {e.Line}, {e.Property}: ",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(what, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void Is_read_of_a_file_of_schema_2()
    {
        var path = Save(TestRuns.Duel("A.M", null, 1.5).Rounds[0]);
        File.WriteAllText(
            path,
            File.ReadAllText(path)
                .Replace("\"schema\": 3", "\"schema\": 2", StringComparison.Ordinal)
        );

        Assert.Equal(1.5, RunFile.Load(path).Cases[0].Duels[0].Rounds[0].Value);
    }

    private static JsonArray Creation(int exchanges, double ratio, double spread) =>
        new(exchanges, ratio, spread);

    private RunDuelRound Loaded(JsonObject round) =>
        RunFile.Load(Write(round)).Cases[0].Duels[0].Rounds[0];

    // A file whose only round of a duel is this, with times.
    private string Write(JsonObject round)
    {
        var path = Save(TestRuns.Duel("A.M", null, 1).Rounds[0]);
        var file = JsonNode.Parse(File.ReadAllText(path))!;
        round["subject"] = 15;
        round["opponent"] = 10;
        file["cases"]![0]!["duels"]![0]!["rounds"]![0] = round;
        File.WriteAllText(path, file.ToString());
        return path;
    }

    private string Save(params RunDuelRound[] rounds)
    {
        var path = _folder.At("run.json");
        TestRuns
            .Run(
                TestRuns.Measured("A", "M", "", 1) with
                {
                    Duels = [TestRuns.Duel("A.M", null) with { Rounds = rounds }],
                }
            )
            .Save(path);
        return path;
    }

    // The rounds of the file's only duel, without what stands before its lines.
    private static IEnumerable<string> RoundsOf(string path)
    {
        var lines = File.ReadAllLines(path);
        var duels = Array.FindIndex(lines, line => line.Contains("\"duels\""));
        var begin = Array.FindIndex(
            lines,
            duels,
            line => line.EndsWith("\"rounds\": [", StringComparison.Ordinal)
        );
        var indent = lines[begin].Length - lines[begin].TrimStart().Length;
        return lines
            .Skip(begin + 1)
            .TakeWhile(line => line[indent] == ' ')
            .Select(line => line[indent..])
            .Prepend("[")
            .Append("]");
    }
}
