using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;
using Memory64.Bench.Harness.Cases;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

/// <summary>Reports of BenchmarkDotNet, made by hand as its processes write them.</summary>
public sealed class RoundReaderTests
{
    private const string Good =
        """// memory64: {"ResidentBytes":4096,"MinorFaults":5,"MajorFaults":6,"Failure":null}""";
    private const string Failed =
        """// memory64: {"ResidentBytes":0,"MinorFaults":0,"MajorFaults":0,"Failure":"AssertionException: alias at 4 GiB"}""";

    // The last one is an outlier, and stays.
    private static readonly string[] Results =
    [
        "WorkloadWarmup   1: 4 op, 4000.00 ns, 1.0000 us/op",
        "WorkloadActual   1: 4 op, 400.00 ns, 100.0000 ns/op",
        "WorkloadActual   2: 4 op, 440.00 ns, 110.0000 ns/op",
        "WorkloadActual   3: 4 op, 40000.00 ns, 10.0000 us/op",
        "WorkloadResult   1: 4 op, 400.00 ns, 100.0000 ns/op",
        "WorkloadResult   2: 4 op, 440.00 ns, 110.0000 ns/op",
    ];

    [Fact]
    public void Takes_every_measured_iteration_and_no_other() =>
        Assert.Equal([100, 110, 10_000], RoundReader.Iterations(Report(Process(0, Results, Good))));

    [Fact]
    public void Takes_what_the_process_says_of_its_round() =>
        Assert.Equal(
            new RoundOutcome
            {
                ResidentBytes = 4096,
                MinorFaults = 5,
                MajorFaults = 6,
            },
            RoundReader.Outcome(
                Report(Process(0, Results, "// BeforeAnythingElse", Good, "// AfterAll"))
            )
        );

    [Fact]
    public void Takes_the_process_at_its_word_where_it_failed() =>
        Assert.Equal(
            "AssertionException: alias at 4 GiB",
            RoundReader
                .Outcome(Report(Process(255, ["System.Exception: less telling"], Failed)))
                .Failure
        );

    [Fact]
    public void Names_the_signal_of_a_process_that_was_killed() =>
        Assert.Equal(
            "the measured process ended with exit code 137 (signal 9)",
            RoundReader.Outcome(Report(Process(137, []))).Failure
        );

    [Fact]
    public void Says_why_a_process_was_ended_from_outside() =>
        Assert.Equal(
            "the measured process ended with exit code 137 (signal 9): it took too long",
            RoundReader.Outcome(Report(Process(137, ["last words"])), "it took too long").Failure
        );

    [Fact]
    public void Takes_no_result_from_a_process_that_crashed_after_it() =>
        Assert.StartsWith(
            "the measured process ended with exit code 139 (signal 11)",
            RoundReader.Outcome(Report(Process(139, Results, Good))).Failure,
            StringComparison.Ordinal
        );

    [Fact]
    public void Quotes_the_last_words_of_a_process_that_reported_nothing() =>
        Assert.Equal(
            "the measured process ended with exit code 255: System.DllNotFoundException: no wasmtime",
            RoundReader
                .Outcome(
                    Report(Process(255, ["", "System.DllNotFoundException: no wasmtime", "  "]))
                )
                .Failure
        );

    [Fact]
    public void Fails_a_process_that_ended_well_but_without_a_report() =>
        Assert.NotNull(RoundReader.Outcome(Report(Process(0, Results))).Failure);

    [Fact]
    public void Fails_a_case_for_which_no_process_was_started() =>
        Assert.Equal(
            "BenchmarkDotNet started no process; its log says why",
            RoundReader.Outcome(Report()).Failure
        );

    private static ExecuteResult Process(int exitCode, string[] results, params string[] output) =>
        new(foundExecutable: true, exitCode, processId: 1, results, [], output, launchIndex: 1);

    private static BenchmarkReport Report(params ExecuteResult[] processes)
    {
        var measured = CaseCatalog.All[0];
        var benchmarkCase = BenchmarkCase.Create(
            measured.Descriptor,
            Job.Default,
            measured.Values,
            ManualConfig.CreateEmpty().CreateImmutableConfig()
        );
        var generated = GenerateResult.Success(null!, []);
        return new(true, benchmarkCase, generated, BuildResult.Success(generated), processes, []);
    }
}
