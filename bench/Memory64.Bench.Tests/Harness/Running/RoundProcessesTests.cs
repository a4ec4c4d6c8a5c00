using System.Diagnostics;
using Memory64.Bench.Harness.Measured;
using Memory64.Bench.Harness.Rounds;
using Memory64.Bench.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

/// <summary>Processes that end in all the ways in which a measured one may.</summary>
public sealed class RoundProcessesTests
{
    private const string Good =
        """memory64: {"Index":0,"Iterations":[1.5],"Outcome":{"ResidentBytes":4096,"MinorFaults":5,"MajorFaults":6}}""";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public void Takes_reports_and_leaves_the_rest_to_the_log()
    {
        using var log = new StringWriter();
        var end = Run(
            $"cat >/dev/null; echo first; echo '{Good}'; echo last; echo bad >&2",
            Long,
            log
        );

        var report = Assert.Single(end.Reports);
        Assert.Equal([1.5], report.Iterations);
        Assert.Equal(4096, report.Outcome.ResidentBytes);
        Assert.Equal(
            ["first", "last", "bad"],
            log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Theory]
    [InlineData("memory64: ")]
    [InlineData("memory64: {\"Index\":0,\"Iterat")]
    public void Takes_nothing_from_a_torn_line(string line) =>
        Assert.Empty(Run($"cat >/dev/null; echo '{line}'", Long).Reports);

    [Fact]
    public void Hands_the_order_over() =>
        Assert.Equal(
            7,
            Assert
                .Single(
                    Run(
                        "read order; case \"$order\" in *'\"Cases\":[]'*) echo '"
                            + Good.Replace("\"Index\":0", "\"Index\":7", StringComparison.Ordinal)
                            + "';; esac",
                        Long
                    ).Reports
                )
                .Index
        );

    [Theory]
    [InlineData("kill -9 $$", "exit code 137 (signal 9)")]
    [InlineData("echo no wasmtime >&2; echo >&2; exit 255", "exit code 255: no wasmtime")]
    [InlineData("exit 3", "exit code 3")]
    public void Says_how_a_process_ended_that_reported_nothing(string script, string expected)
    {
        var end = Run($"cat >/dev/null; {script}", Long);

        Assert.Empty(end.Reports);
        Assert.Equal($"the measured process ended with {expected}", end.Explanation);
    }

    [Fact]
    public void Survives_a_process_that_hears_nothing() =>
        Assert.Equal(
            "the measured process ended with exit code 4",
            Run("exec <&-; exit 4", Long).Explanation
        );

    [Fact]
    public void Ends_a_process_that_takes_too_long_and_says_so() =>
        Assert.Equal(
            "the measured process ended with exit code 137 (signal 9): the process took longer than 0.05 s, the --time-limit, and was ended",
            Run("sleep 300", TimeSpan.FromMilliseconds(50)).Explanation
        );

    [Fact]
    public void Takes_the_one_that_got_ready_for_just_that()
    {
        using var processes = Of(
            "read order; read go; echo \"$order\"",
            TextWriter.Null,
            out var started
        );
        processes.Prepare(Order(1), timesHostCode: false);

        using (var ready = processes.Take(Order(1), timesHostCode: false))
        {
            Assert.Single(started);
            ready.Begin();
            Assert.Equal(0, ready.Follow(Long).ExitCode);
        }

        processes.Prepare(Order(1), timesHostCode: false);
        using var other = processes.Take(Order(2), timesHostCode: false);

        Assert.Equal(3, started.Count);
        Assert.False(IsRunning(started[1]));
        Assert.True(IsRunning(started[2]));
    }

    [Fact]
    public void Ends_those_that_were_never_let()
    {
        var processes = Of("read order; read go", TextWriter.Null, out var started);
        processes.Prepare(Order(1), timesHostCode: false);
        processes.Prepare(Order(2), timesHostCode: false);

        processes.Dispose();

        Assert.Equal(2, started.Count);
        Assert.All(started, process => Assert.False(IsRunning(process)));
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static RoundOrder Order(int times) =>
        new(
            [],
            Inputs.None with
            {
                Files = new Dictionary<string, string> { ["times"] = $"{times}" },
            }
        );

    private static ProcessEnd Run(string script, TimeSpan limit, TextWriter? log = null)
    {
        using var processes = Of(script, log ?? TextWriter.Null, out _);
        using var round = processes.Take(new RoundOrder([], Inputs.None), timesHostCode: false);
        round.Begin();
        return round.Follow(limit);
    }

    private static RoundProcesses Of(string script, TextWriter log, out IReadOnlyList<int> started)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the processes of this test are a shell's");
        List<int> all = [];
        started = all;
        return new RoundProcesses(
            _ =>
            {
                var process = Process.Start(
                    new ProcessStartInfo("sh", ["-c", script])
                    {
                        UseShellExecute = false,
                        RedirectStandardInput = true,
                        RedirectStandardOutput = true,
                        RedirectStandardError = true,
                    }
                )!;
                all.Add(process.Id);
                return process;
            },
            log
        );
    }
}
