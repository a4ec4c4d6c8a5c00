using Memory64.Results.Book;
using Memory64.Results.Highlights;
using Memory64.Results.RunFiles.Records;
using Memory64.Results.Tables;
using Xunit;

namespace Memory64.Bench.Tests.Results.Highlights;

public sealed class FindingsTests
{
    private static readonly SuiteBook Book = new([
        new BenchmarkPage
        {
            Benchmark = "A",
            Question = "What?",
            Note = "",
            ValueOrder = ["memory64", "memory32"],
            Settings = new("Setting", new Dictionary<string, string>()),
        },
    ]);

    private const string Twin = "memory32";

    private static readonly double[] Low = [10, 10.1, 10.2, 10.3, 10.4],
        High = [20, 21, 22, 23, 24];

    // By hand: of the 25 quotients High / Low, sorted, the second is 1.94, the middle one 2.16, the last but one 2.38.
    [Fact]
    public void Names_what_is_dearer_than_its_control() =>
        Assert.Equal(
            [
                "Against memory32: 1 slower, 0 faster, 0 the same, 0 the same within a margin, 0 that the rounds can't tell.",
                "Slowest relative to memory32: A.Read(Memory=memory64) ≈2.16x [1.94, 2.38].",
            ],
            Of(Case("Read", Twin, High), Control("Read", Low)).Take(2)
        );

    [Fact]
    public void Names_what_is_faster() =>
        Assert.Equal(
            [
                "Against default: 0 slower, 1 faster, 0 the same, 0 the same within a margin, 0 that the rounds can't tell.",
                "Fastest relative to default: A.Read(Memory=memory64) ≈0.464x [0.421, 0.515].",
            ],
            Of(Case("Read", "default", Low), Control("Read", High)).Take(2)
        );

    [Fact]
    public void Names_every_setting_once_where_it_changes_most() =>
        Assert.Equal(
            [
                "Against default: 1 slower, 2 faster, 0 the same, 1 the same within a margin, 0 that the rounds can't tell.",
                "Settings that pay, against the default: A.Read(Setting=pays, Width=8) ≈0.464x [0.421, 0.515].",
                "Settings that cost, against the default: A.Read(Setting=costs) ≈2.00x [1.74, 2.30].",
                "Settings that change nothing the rounds can tell: idle.",
            ],
            Of(
                    With("A.Read(Setting=pays)", "pays", [.. Low.Select(time => time * 1.1)]),
                    With("A.Read(Setting=pays, Width=8)", "pays", Low),
                    With("A.Read(Setting=costs)", "costs", [.. High.Select(time => time * 2)]),
                    With("A.Read(Setting=idle)", "idle", [.. High.Select(time => time * 1.01)]),
                    Control("Read", High)
                )
                .Take(4)
        );

    [Fact]
    public void Names_the_largest_of_each_method_and_three_at_most()
    {
        string[] methods = ["Fill", "Read", "Touch", "Write"];
        var cases = methods.SelectMany(
            (method, i) =>
                new[]
                {
                    Case(method, Twin, [.. High.Select(time => time * (i + 1))]),
                    Control(method, Low),
                }
        );
        var larger = Case("Write", Twin, [.. High.Select(time => time * 9)]) with
        {
            Id = "A.Write(Memory=memory64, Width=16)",
        };

        var sentence = Of([.. cases, larger])[1];

        Assert.Equal(
            [
                "A.Write(Memory=memory64, Width=16)",
                "A.Touch(Memory=memory64)",
                "A.Read(Memory=memory64)",
            ],
            sentence
                .Split(": ", 2)[1]
                .Split("; ")
                .Select(text => text[..(text.IndexOf(')', StringComparison.Ordinal) + 1)])
        );
    }

    [Fact]
    public void Says_what_is_noise() =>
        Assert.Equal(
            [
                "Against memory32: 0 slower, 0 faster, 0 the same, 0 the same within a margin, 1 that the rounds can't tell.",
                "Noise: two rounds of a case typically differ by ±10.0%; most of all A.Read(Memory=memory64) ±10.0%; A.Read(Memory=memory32) ±10.0%.",
                "1 of 1 comparisons with a control are noise as far as these rounds can tell: take no side from them.",
            ],
            Of(Case("Read", Twin, [95, 105]), Control("Read", [95, 105]))
        );

    [Fact]
    public void Leaves_out_what_was_not_measured()
    {
        Assert.Empty(Of(Case("Read", Twin, [10])));
        Assert.Empty(
            Of(Case("Read", Twin, [10]), TestRuns.Failed("A", "Read", "Memory=memory32", "alias"))
        );
    }

    [Fact]
    public void Counts_what_it_leaves_out_because_the_control_is_of_another_run()
    {
        var control = TestRuns.OfEarlierRun(Control("Read", Low));

        var sentences = Of(Case("Read", Twin, High), control);

        Assert.DoesNotContain(sentences, s => s.StartsWith("Against", StringComparison.Ordinal));
        Assert.Equal(
            "Comparisons with a control that are left out, because one run measured the case and another the control: 1.",
            sentences[^1]
        );
    }

    private static IReadOnlyList<string> Of(params RunCase[] cases) =>
        Findings.Of(RunResults.Of(TestRuns.Run(cases), Book));

    private static RunCase Case(string method, string label, double[] rounds) =>
        TestRuns.Measured("A", method, "Memory=memory64", rounds) with
        {
            Controls = new() { [label] = TestRuns.Id("A", method, "Memory=memory32") },
        };

    private static RunCase With(string id, string setting, double[] rounds) =>
        Case("Read", "default", rounds) with
        {
            Id = id,
            Parameters = new() { ["Setting"] = setting },
        };

    private static RunCase Control(string method, double[] rounds) =>
        TestRuns.Measured("A", method, "Memory=memory32", rounds);
}
