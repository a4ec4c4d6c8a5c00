using System.Collections.Concurrent;
using System.Diagnostics;
using Memory64.Bench.Harness.Machines;
using Memory64.Bench.Harness.Records;
using Memory64.Engines.Identity;
using Memory64.Results.RunFiles;
using Memory64.Results.RunFiles.Records;
using Xunit;

namespace Memory64.Bench.Tests.Commands.Run;

/// <summary>Real runs that are killed, and go on.</summary>
[Collection(MeasuringCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class ResumeTests : IDisposable
{
    private const int Rounds = 8;

    // Of one case: more than are measured while a test looks on, and not so many that building them takes long.
    private const int Endless = 300;

    // Long enough that only a hang reaches it, however busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(60);

    private readonly ProgramProcess _program = new();

    private string Journal => RunJournal.PathIn(_program.Results);

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_killed_run_goes_on_where_it_was()
    {
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "The package has no library for musl.");
        using (var killed = StartAndWaitForRounds(Rounds))
        {
            Kill(killed);
        }

        var ended = UnfinishedRun.Read(Journal)!.Rounds.Count;
        _program.Run(Arguments(Rounds)).AssertRefused(_program.Results, "--resume", "--restart");

        var resumed = _program.Run("--resume", "--results", _program.Results);
        resumed.AssertSuccess();
        Assert.Contains(
            resumed.Lines,
            line =>
                line.EndsWith(
                    $"{ended} of {4 * Rounds} rounds have ended",
                    StringComparison.Ordinal
                )
        );
        var run = RunFile.Load(
            new RunFolder(_program.Results).RunPath(
                MachineProbe.Read().Id,
                SuiteVersion.WasmtimePackage
            )
        );
        Assert.Equal(4, run.Cases.Count);
        Assert.All(
            run.Cases,
            c => Assert.Equal((CaseStatus.Measured, Rounds), (c.Status, c.Rounds.Count))
        );
        Assert.False(File.Exists(Journal), "the journal is still there");
    }

    [Fact]
    public void A_second_run_is_refused_while_one_is_measured()
    {
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "The package has no library for musl.");
        using var running = StartAndWaitForRounds(Endless);

        _program.Run(Arguments(Rounds)).AssertRefused(_program.Results, "another run is writing");
        _program
            .Run("--filter", "*LoopOverhead*", "--results", _program.At("other"))
            .AssertRefused("another run of this program is measuring");

        Assert.False(running.HasExited, "the run has ended before it was killed");
        Kill(running);
    }

    [Fact]
    public void A_run_that_is_told_to_stop_says_how_to_go_on()
    {
        Assert.SkipUnless(EnginePlatform.Current.InPackage, "The package has no library for musl.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that ends a process.");
        using var stopped = StartAndWaitForRounds(Endless, out var errors);

        Process.Start("kill", ["-TERM", $"{stopped.Id}"]).WaitForExit();
        stopped.WaitForExit();

        Assert.Equal(128 + 15, stopped.ExitCode);
        Assert.Contains("--resume goes on", string.Join('\n', errors), StringComparison.Ordinal);
        Assert.True(UnfinishedRun.Read(Journal)!.Rounds.Count > 1);
    }

    [Fact]
    public void Nothing_to_go_on_with_is_refused() =>
        _program.AssertRefused(
            ["--resume", "--results", _program.Results],
            "--resume: no run was stopped in",
            _program.Results
        );

    [Theory]
    [InlineData("--rounds", "9")]
    [InlineData("--engine", "50.0.1")]
    [InlineData("--profile", "full")]
    [InlineData("--filter", "*Boundary*")]
    [InlineData("--job", "short")]
    [InlineData("--restart")]
    [InlineData("--list")]
    public void A_plan_beside_the_one_to_go_on_with_is_refused(params string[] other) =>
        _program.AssertRefused(["--resume", .. other], "--resume", $"leave out {other[0]}");

    [Theory]
    [InlineData("0")]
    [InlineData("soon")]
    public void A_time_limit_is_a_number_of_seconds(string limit) =>
        _program.AssertRefused(["--time-limit", limit], "--time-limit", limit, "at least 1");

    private string[] Arguments(int rounds) =>
        [
            "--filter",
            rounds == Endless
                ? "MemoryInstantiation.SystemCalls*8GiB*"
                : "MemoryInstantiation.SystemCalls*",
            "--rounds",
            $"{rounds}",
            "--results",
            _program.Results,
        ];

    private Process StartAndWaitForRounds(int rounds) => StartAndWaitForRounds(rounds, out _);

    private Process StartAndWaitForRounds(int rounds, out ConcurrentQueue<string?> errors)
    {
        var started = _program.Start(Arguments(rounds));
        var lines = new ConcurrentQueue<string?>();
        started.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data);
        errors = lines;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        Assert.True(
            SpinWait.SpinUntil(() => started.HasExited || HasRounds(), Patience),
            "no round has ended"
        );
        Assert.False(started.HasExited, "the run has ended before it was killed");
        return started;
    }

    private static void Kill(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    private bool HasRounds() => UnfinishedRun.Read(Journal) is { Rounds.Count: > 1 };
}
