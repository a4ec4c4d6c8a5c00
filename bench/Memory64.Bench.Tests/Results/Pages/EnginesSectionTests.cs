using Memory64.Bench.Harness.Cases;
using Memory64.Results.Pages;
using Memory64.Results.RunFiles;
using Xunit;

namespace Memory64.Bench.Tests.Results.Pages;

public sealed class EnginesSectionTests
{
    private const string Begin = "<!-- engines of m: written by ./run-bench.sh publish -->",
        End = "<!-- end of engines -->",
        Page = $"# Title\n\n{Begin}\n\nold\n\n{End}\n\nrest\n";

    [Fact]
    public void Sets_the_newest_of_each_maker_side_by_side_and_says_what_each_guarantees()
    {
        var text = Replace(
            TestRuns.Rich(),
            TestRuns.Rich("48.0.0"),
            OfV8("v8@26.10.0"),
            OfV8("v8@24.21.0")
        );

        Assert.Contains("Wasmtime 50.0.1", text, StringComparison.Ordinal);
        Assert.Contains("V8 14.6.202.34 (v8@26.10.0)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("48.0.0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("24.21.0", text, StringComparison.Ordinal);
        Assert.Contains(
            "| memory64 against memory32, loads of 8 bytes",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\n- V8: compares each address", text, StringComparison.Ordinal);
        Assert.Contains("\n- Wasmtime: compares each address", text, StringComparison.Ordinal);
        Assert.DoesNotContain("old", text, StringComparison.Ordinal);
        Assert.StartsWith($"# Title\n\n{Begin}\n\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"\n\n{End}\n\nrest\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_so_where_there_is_one_maker() =>
        Assert.Equal(
            $"# Title\n\n{Begin}\n\nNo two engines have been recorded on m yet.\n\n{End}\n\nrest\n",
            Replace(TestRuns.Rich(), TestRuns.Rich("48.0.0"))
        );

    private static RunFile OfV8(string version)
    {
        var run = TestRuns.Rich();
        return run with
        {
            Engine = run.Engine with
            {
                Version = version,
                Origin = "npm",
                Runtime = "V8 14.6.202.34",
                Sha256 = new string('f', 64),
            },
        };
    }

    private static string Replace(params RunFile[] runs) =>
        EnginesSection.Replace(
            Page,
            [
                MachineReport
                    .Of(
                        "results",
                        [.. runs.Select(run => new StoredRun("m", run.Engine.Version, run))],
                        Suite.Book
                    )
                    .Summary,
            ]
        );
}
