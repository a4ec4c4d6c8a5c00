using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Memory64.Bench.Harness.Machines.Systems;
using Memory64.Bench.Harness.Rounds;

namespace Memory64.Bench.Harness.Running;

/// <summary>A measured process that knows what to do, and waits until it is let; followed to its end.</summary>
internal sealed class PreparedRound : IDisposable
{
    // Ctrl-C reaches the measured process too, perhaps before this one: time for this one to stop, so that what was
    // interrupted isn't taken for a failure.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly TextWriter _log;
    private readonly Task<string> _errors;
    private long _killsBefore;
    private bool _hasEnded;

    /// <summary>Tells a process what to do.</summary>
    /// <param name="process">It has just been started.</param>
    /// <param name="order">A <see cref="RoundOrder"/>, in one line.</param>
    /// <param name="log">Where all goes that isn't a report.</param>
    public PreparedRound(Process process, string order, TextWriter log)
    {
        (_process, Order, _log) = (process, order, log);
        AppDomain.CurrentDomain.ProcessExit += End;
        _errors = process.StandardError.ReadToEndAsync();
        Say(order);
    }

    /// <summary>What it was told.</summary>
    public string Order { get; }

    /// <summary>Lets it measure.</summary>
    public void Begin()
    {
        _killsBefore = SystemKills.Count();
        Say(MeasuredProcess.Go, isLast: true);
    }

    /// <summary>Waits for it, once it was let; returns what was reported and, where that isn't all, why.</summary>
    /// <param name="limit">After so long it is ended.</param>
    public ProcessEnd Follow(TimeSpan limit)
    {
        var tookTooLong = false;
        using var timer = new Timer(
            _ =>
            {
                // Before it ends, because who waits for that asks next why.
                Volatile.Write(ref tookTooLong, true);
                if (!TryKill(_process))
                {
                    Volatile.Write(ref tookTooLong, false);
                }
            },
            null,
            limit,
            Timeout.InfiniteTimeSpan
        );
        var reports = Reports();
        _process.WaitForExit();
        _hasEnded = true;
        var said = _errors.GetAwaiter().GetResult();
        _log.Write(said);
        _log.Flush();
        if (IsInterrupt(_process.ExitCode))
        {
            Thread.Sleep(TimeToStop);
        }

        var reason =
            Volatile.Read(ref tookTooLong)
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"the process took longer than {limit.TotalSeconds:0.##} s, the --time-limit, and was ended"
                )
            : SystemKills.Count() > _killsBefore
                ? "meanwhile the system ended a process for lack of memory"
            : LastWords(said);
        return new(reports, _process.ExitCode, Explain(_process.ExitCode, reason));
    }

    /// <summary>Ends it, if it hasn't ended.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        if (!_hasEnded)
        {
            _ = TryKill(_process);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void End(object? sender, EventArgs e) => TryKill(_process);

    private void Say(string line, bool isLast = false)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
            if (isLast)
            {
                _process.StandardInput.Close();
            }
        }
        catch (IOException)
        {
            // It has ended already; how, is asked when it is followed.
        }
    }

    private List<CaseReport> Reports()
    {
        List<CaseReport> reports = [];
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (!line.StartsWith(MeasuredProcess.Prefix, StringComparison.Ordinal))
            {
                _log.WriteLine(line);
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
