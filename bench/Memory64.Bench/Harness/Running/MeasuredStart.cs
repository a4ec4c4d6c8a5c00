using System.Diagnostics;
using BenchmarkDotNet.Jobs;
using Memory64.Bench.Harness.Rounds;

namespace Memory64.Bench.Harness.Running;

/// <summary>How measured processes are started: this program's own file, by what runs it now.</summary>
/// <param name="Variables">Environment variables on top of this process's own; the last of a name counts.</param>
/// <param name="Affinity">The processors that they may use, a bit each; 0 for all.</param>
internal sealed record MeasuredStart(
    IReadOnlyList<KeyValuePair<string, string>> Variables,
    nint Affinity = 0
)
{
    private const string TieredCompilation = "DOTNET_TieredCompilation";

    /// <summary>Nothing asked for.</summary>
    public static MeasuredStart Default { get; } = new([]);

    /// <summary>What the user's job says of processes.</summary>
    public static MeasuredStart Of(Job job) =>
        new(
            [
                .. (job.Environment.EnvironmentVariables ?? []).Select(variable =>
                    KeyValuePair.Create(variable.Key, variable.Value)
                ),
            ],
            job.HasValue(EnvironmentMode.AffinityCharacteristic) ? job.Environment.Affinity : 0
        );

    /// <summary>Starts one.</summary>
    /// <param name="timesHostCode">
    /// Whether what it times is this program's own code. A round is too short to wait until the runtime has found out what is hot, so it
    /// then compiles everything fully at once, which takes twice as long as to compile most of it quickly.
    /// </param>
    public Process Start(bool timesHostCode)
    {
        var start = SelfStart.Of(MeasuredProcess.Argument);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        if (timesHostCode)
        {
            start.Environment[TieredCompilation] = "0";
        }

        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        if (Affinity != 0 && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            process.ProcessorAffinity = Affinity;
        }

        return process;
    }
}
