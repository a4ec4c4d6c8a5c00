using System.Diagnostics;
using System.Text.Json;
using Memory64.Bench.Harness.Rounds;

namespace Memory64.Bench.Harness.Running;

/// <summary>
/// Measured processes, one after the other. The next one may get ready while one measures: half of a short round is its start.
/// </summary>
/// <param name="start">Starts one, told whether it times host code: see <see cref="MeasuredStart.Start"/>. Its three streams are this program's.</param>
/// <param name="log">Where all goes that isn't a report.</param>
internal sealed class RoundProcesses(Func<bool, Process> start, TextWriter log) : IDisposable
{
    private PreparedRound? _next;

    /// <summary>Starts one for what is expected next.</summary>
    /// <param name="order">What it will be told.</param>
    /// <param name="timesHostCode">See <see cref="MeasuredStart.Start"/>.</param>
    public void Prepare(RoundOrder order, bool timesHostCode)
    {
        Dispose();
        _next = Start(TextOf(order), timesHostCode);
    }

    /// <summary>The one that gets ready, if it was told just that, else another; it is the caller's.</summary>
    /// <param name="order">What it is told.</param>
    /// <param name="timesHostCode">See <see cref="MeasuredStart.Start"/>.</param>
    public PreparedRound Take(RoundOrder order, bool timesHostCode)
    {
        var text = TextOf(order);
        if (_next is { } ready && ready.Order == text)
        {
            _next = null;
            return ready;
        }

        Dispose();
        return Start(text, timesHostCode);
    }

    /// <summary>Ends the one that gets ready.</summary>
    public void Dispose()
    {
        _next?.Dispose();
        _next = null;
    }

    private PreparedRound Start(string order, bool timesHostCode) =>
        new(start(timesHostCode), order, log);

    private static string TextOf(RoundOrder order) =>
        JsonSerializer.Serialize(order, RoundJson.Default.RoundOrder);
}
