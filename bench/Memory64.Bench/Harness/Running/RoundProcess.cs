using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Bench.Harness.Rounds;

namespace Memory64.Bench.Harness.Running;

/// <summary>Starts a measured process, tells it what to do, and follows it to its end.</summary>
/// <param name="start">Starts it, told whether it times host code: see <see cref="MeasuredStart.Start"/>. Its three streams are this program's.</param>
/// <param name="log">Where all goes that isn't a report.</param>
internal sealed class RoundProcess(Func<bool, Process> start, TextWriter log)
{
    // Ctrl-C reaches the measured process too, perhaps before this one: time for this one to stop, so that what was
    // interrupted isn't taken for a failure.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(1);

    /// <summary>Measures, and returns what was reported and, where that isn't all, why.</summary>
    /// <param name="order">What to do.</param>
    /// <param name="timesHostCode">See <see cref="MeasuredStart.Start"/>.</param>
    /// <param name="limit">After so long it is ended.</param>
    public ProcessEnd Run(RoundOrder order, bool timesHostCode, TimeSpan limit)
    {
        var killsBefore = SystemKills.Count();
        using var process = start(timesHostCode);
        void End(object? sender, EventArgs e) => TryKill(process);
        AppDomain.CurrentDomain.ProcessExit += End;
        var tookTooLong = false;
        using var timer = new Timer(
            _ =>
            {
                // Before it ends, because who waits for that asks next why.
                Volatile.Write(ref tookTooLong, true);
                if (!TryKill(process))
                {
                    Volatile.Write(ref tookTooLong, false);
                }
            },
            null,
            limit,
            Timeout.InfiniteTimeSpan
        );
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            JsonSerializer.Serialize(
                process.StandardInput.BaseStream,
                order,
                RoundJson.Default.RoundOrder
            );
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already; how, is asked below.
        }

        var reports = Reports(process);
        process.WaitForExit();
        AppDomain.CurrentDomain.ProcessExit -= End;
        var said = errors.GetAwaiter().GetResult();
        log.Write(said);
        log.Flush();
        if (IsInterrupt(process.ExitCode))
        {
            Thread.Sleep(TimeToStop);
        }

        var reason =
            Volatile.Read(ref tookTooLong)
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"the process took longer than {limit.TotalSeconds:0.##} s, the --time-limit, and was ended"
                )
            : SystemKills.Count() > killsBefore
                ? "meanwhile the system ended a process for lack of memory"
            : LastWords(said);
        return new(reports, process.ExitCode, Explain(process.ExitCode, reason));
    }

    private List<CaseReport> Reports(Process process)
    {
        List<CaseReport> reports = [];
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (!line.StartsWith(MeasuredProcess.Prefix, StringComparison.Ordinal))
            {
                log.WriteLine(line);
            }
            else if (ReportIn(line) is { } report)
            {
                reports.Add(report);
            }
        }

        return reports;
    }

    // A line is torn where the process was killed while it wrote.
    private static CaseReport? ReportIn(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(
                line.AsSpan(MeasuredProcess.Prefix.Length),
                RoundJson.Default.CaseReport
            );
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // False where it ended by itself in this very moment.
    private static bool TryKill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    private static string Explain(int exitCode, string? reason)
    {
        var signal = exitCode is > 128 and < 160 ? $" (signal {exitCode - 128})" : "";
        return $"the measured process ended with exit code {exitCode}{signal}{(reason is null ? "" : $": {reason}")}";
    }

    // Of SIGINT, SIGTERM, and STATUS_CONTROL_C_EXIT on Windows.
    private static bool IsInterrupt(int exitCode) =>
        exitCode is 128 + 2 or 128 + 15 or unchecked((int)0xC000013A);

    private static string? LastWords(string said) =>
        said.Split('\n').LastOrDefault(line => !string.IsNullOrWhiteSpace(line))?.Trim();
}
