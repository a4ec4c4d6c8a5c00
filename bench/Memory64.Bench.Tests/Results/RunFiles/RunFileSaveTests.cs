using System.Text;
using CsCheck;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.RunFiles;

public sealed class RunFileSaveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_the_current_schema()
    {
        var path = _folder.At("run.json");
        var run = TestRuns.Run(
            TestRuns.Measured("A", "Run", "Size=8GiB", 12.5) with
            {
                Rounds = [TestRuns.Round(12.5, 0.1, 1e-5, 12_345_678_901_234_567)],
                Settings = new() { ["guard"] = "µ+<" },
                Controls = new() { ["native"] = "A.Native" },
            }
        );

        run.Save(path);

        const string expected = """
            {
              "schema": 3,
              "machine": {
                "id": "test-machine",
                "cpu": "Testium 9 <X>",
                "logicalCores": 2,
                "l1dBytes": 32768,
                "lastLevelCacheBytes": 33554432,
                "memoryBytes": 25769803776,
                "os": "TestOS 1",
                "kernel": "6.1.0",
                "pageBytes": 4096,
                "transparentHugePages": "madvise",
                "overcommit": 0,
                "virtualized": true
              },
              "engine": {
                "version": "50.0.1",
                "origin": "nuget",
                "sha256": "aaaabbbbccccdddd"
              },
              "suite": {
                "version": "0.1.0",
                "commit": "abc1234",
                "dotnet": "10.0.1",
                "benchmarkDotNet": "0.15.8"
              },
              "started": "2026-11-23T10:00:00Z",
              "profile": "standard",
              "cases": [
                {
                  "id": "A.Run(Size=8GiB)",
                  "benchmark": "A",
                  "method": "Run",
                  "parameters": {
                    "Size": "8GiB"
                  },
                  "unit": "ns",
                  "operations": 1,
                  "bytes": 0,
                  "guest": {
                    "name": "access",
                    "sha256": "0011"
                  },
                  "settings": {
                    "guard": "µ+<"
                  },
                  "status": "measured",
                  "reason": null,
                  "rounds": [
                    {
                      "iterations": [12.5, 0.1, 1E-05, 12345678901234568],
                      "residentBytes": 52428800,
                      "minorFaults": 100,
                      "majorFaults": 0
                    }
                  ],
                  "controls": {
                    "native": "A.Native"
                  }
                }
              ]
            }

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), File.ReadAllText(path));
        Assert.Equal((byte)'{', File.ReadAllBytes(path)[0]);
    }

    [Fact]
    public void Leaves_out_controls_where_there_are_none()
    {
        var path = _folder.At("run.json");

        TestRuns.Run(TestRuns.Measured("A", "Run", "", 1)).Save(path);

        Assert.DoesNotContain("controls", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Empty(RunFile.Load(path).Cases[0].Controls);
    }

    [Fact]
    public void Writes_the_same_bytes_again_after_loading()
    {
        var (first, second) = (_folder.At("first.json"), _folder.At("second.json"));
        TestRuns.Rich().Save(first);

        RunFile.Load(first).Save(second);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void Writes_the_same_bytes_in_another_culture()
    {
        var (plain, foreign) = (_folder.At("plain.json"), _folder.At("foreign.json"));
        TestRuns.Rich().Save(plain);
        using (new ForeignCulture())
        {
            TestRuns.Rich().Save(foreign);
        }

        Assert.Equal(File.ReadAllBytes(plain), File.ReadAllBytes(foreign));
    }

    [Fact]
    public void Writes_the_same_bytes_whatever_the_order_of_the_cases()
    {
        var (path, run) = (_folder.At("run.json"), TestRuns.Rich());
        run.Save(path);
        var expected = File.ReadAllBytes(path);

        Gen.Shuffle(run.Cases.ToArray())
            .Sample(
                cases =>
                {
                    (run with { Cases = cases }).Save(path);
                    Assert.Equal(expected, File.ReadAllBytes(path));
                },
                iter: 30,
                threads: 1
            );
    }

    [Fact]
    public void Keeps_every_time_to_the_last_bit()
    {
        var path = _folder.At("run.json");
        Gen.Double[1e-9, 1e18]
            .Array[1, 20]
            .Sample(
                times =>
                {
                    var c = TestRuns.Measured("A", "Run", "") with
                    {
                        Rounds = [TestRuns.Round(times)],
                    };
                    TestRuns.Run(c).Save(path);
                    Assert.Equal(times, RunFile.Load(path).Cases[0].Rounds[0].Iterations);
                },
                iter: 200,
                threads: 1
            );
    }

    [Fact]
    public void Keeps_the_order_of_parameters()
    {
        var path = _folder.At("run.json");
        TestRuns.Run(TestRuns.Measured("A", "Run", "Zeta=1, Alpha=2, Mid=3", 1)).Save(path);

        Assert.Equal(["Zeta", "Alpha", "Mid"], RunFile.Load(path).Cases[0].Parameters.Keys);
    }

    [Fact]
    public void Replaces_a_file_creates_folders_and_leaves_nothing_else_behind()
    {
        var path = _folder.At(Path.Combine("machine", "run.json"));
        TestRuns.Run().Save(path);
        TestRuns.Rich().Save(path);

        Assert.Equal(TestRuns.Rich().Cases.Count, RunFile.Load(path).Cases.Count);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Never_writes_a_file_that_could_not_be_loaded(double time)
    {
        var path = _folder.At("run.json");
        TestRuns.Run().Save(path);
        var before = File.ReadAllBytes(path);

        var e = Assert.Throws<RunFileException>(() =>
            TestRuns.Run(TestRuns.Measured("A", "Run", "", time)).Save(path)
        );

        Assert.Contains(
            "run.json, $.cases[0].rounds[0].iterations[0]: ",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Says_which_file_could_not_be_written()
    {
        File.WriteAllText(_folder.At("taken"), "", Encoding.UTF8);

        var e = Assert.Throws<RunFileException>(() =>
            TestRuns.Run().Save(_folder.At(Path.Combine("taken", "run.json")))
        );

        Assert.Contains("run.json: cannot be written: ", e.Message, StringComparison.Ordinal);
    }
}
