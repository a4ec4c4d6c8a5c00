using BenchmarkDotNet.Engines;

namespace Memory64.Bench.Harness.Rounds;

/// <summary>Hears what BenchmarkDotNet's engine says, and writes it down for the log; nobody waits for its signals.</summary>
internal sealed class LogHost(TextWriter output) : IHost
{
    public void Write(string message) => output.Write(message);

    public void WriteLine() => output.WriteLine();

    public void WriteLine(string message) => output.WriteLine(message);

    public void SendSignal(HostSignal hostSignal) { }

    public void SendError(string message) => output.WriteLine(message);

    public void ReportResults(RunResults runResults) { }

    public void Dispose() { }
}
