using System.Runtime.InteropServices;
using Memory64.Bench.Commands.Screens;
using Memory64.Bench.Harness;
using Memory64.Bench.Harness.Records;

namespace Memory64.Bench.Commands.Run;

/// <summary>
/// What happens at Ctrl-C or SIGTERM while measuring: the journal is closed first, because the measured
/// process ends too, which is no failure of its case; and the user hears how to go on.
/// </summary>
internal sealed class StopNotice : IDisposable
{
    private const int TerminatedExitCode = 128 + 15;

    private readonly RunJournal? _journal;
    private readonly PosixSignalRegistration _termination;
    private int _stops;

    /// <summary>Listens. Handlers run in the order in which they were added, so this must be made before a process is started.</summary>
    /// <param name="journal">The run's journal, or <see langword="null"/> where it isn't recorded.</param>
    public StopNotice(RunJournal? journal)
    {
        _journal = journal;
        Console.CancelKeyPress += OnCancel;

        // From .NET 10 on the runtime leaves SIGTERM to the system, which would leave the measured process alone.
        _termination = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            _ =>
            {
                Stop();
                Environment.Exit(TerminatedExitCode);
            }
        );
    }

    /// <summary>Listens no more.</summary>
    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancel;
        _termination.Dispose();
    }

    private void OnCancel(object? sender, ConsoleCancelEventArgs e) => Stop();

    /// <summary>Closes the journal and says so; once, because a user who is in a hurry presses again.</summary>
    internal void Stop()
    {
        if (Interlocked.Increment(ref _stops) > 1)
        {
            return;
        }

        _journal?.Dispose();
        Screen.Complain(
            _journal is null
                ? "stopped; this run was not recorded"
                : $"stopped; the rounds that have ended are kept: {Repository.Launcher} --resume goes on (with the same --results)"
        );
    }
}
