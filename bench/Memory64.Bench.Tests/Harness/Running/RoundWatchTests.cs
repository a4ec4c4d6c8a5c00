using System.Diagnostics;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using Memory64.Bench.Harness.Running;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Running;

public sealed class RoundWatchTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public void Ends_a_process_that_takes_too_long_and_says_so()
    {
        using var watch = Watch(TimeSpan.FromMilliseconds(50));
        using var process = Sleep(seconds: 300);
        watch.Handle(HostSignal.AfterProcessStart, Signal(process));
        Assert.True(process.WaitForExit(Long));
        watch.Handle(HostSignal.AfterProcessExit, Signal(null));
        Assert.NotEqual(0, process.ExitCode);
        Assert.Equal(
            "the process took longer than 0.05 s, the --time-limit, and was ended",
            watch.EndReason
        );
    }

    [Fact]
    public void Leaves_a_process_alone_that_ends_in_time()
    {
        using var watch = Watch(Long);
        using var process = Sleep(seconds: 0);
        watch.Handle(HostSignal.AfterProcessStart, Signal(process));
        Assert.True(process.WaitForExit(Long));
        watch.Handle(HostSignal.AfterProcessExit, Signal(null));
        Assert.Equal((0, null), (process.ExitCode, watch.EndReason));
    }

    private static RoundWatch Watch(TimeSpan limit)
    {
        var watch = new RoundWatch(new RoundLimit(limit));
        watch.Expect(Plans.Planned("HostApi.Call(Api=binding)"));
        return watch;
    }

    private static Process Sleep(int seconds) =>
        OperatingSystem.IsWindows()
            ? Process.Start("ping", ["-n", $"{seconds + 1}", "127.0.0.1"])
            : Process.Start("sleep", [$"{seconds}"]);

    private static DiagnoserActionParameters Signal(Process? process) =>
        new(process, null!, default);
}
