using System.Diagnostics;
using Memory64.Bench.Harness.Machines.Systems;
using Xunit;

namespace Memory64.Bench.Tests.Harness.Machines.Systems;

public sealed class SameCoreTests
{
    [Fact]
    public void Processes_share_a_core_while_it_lives()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is asked.");
        var start = new ProcessStartInfo("sleep", ["60"]) { UseShellExecute = false };
        using var other = Process.Start(start)!;
        try
        {
            var before = Allowed(other.Id);
            using (SameCore.For([other.Id]))
            {
                Assert.True(int.TryParse(Allowed(other.Id), out _), Allowed(other.Id));
            }

            Assert.Equal(before, Allowed(other.Id));
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    public void With_no_other_process_nothing_changes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is asked.");
        var before = Allowed(Environment.ProcessId);
        using var core = SameCore.For([]);
        Assert.Equal(before, Allowed(Environment.ProcessId));
    }

    // As proc_pid_status(5) lists cores: "0-1", or "1" for one alone.
    private static string Allowed(int process)
    {
        const string key = "Cpus_allowed_list:";
        return File.ReadLines($"/proc/{process}/status")
            .Single(line => line.StartsWith(key, StringComparison.Ordinal))[key.Length..]
            .Trim();
    }
}
