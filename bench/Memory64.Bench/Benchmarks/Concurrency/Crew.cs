namespace Memory64.Bench.Benchmarks.Concurrency;

/// <summary>Threads that stay, and work at the same time when they are told to: creating them is no part of what is timed.</summary>
public sealed class Crew : IDisposable
{
    private readonly Barrier _begin;
    private readonly Barrier _end;
    private readonly Thread[] _threads;
    private Action? _work;
    private Exception? _failure;
    private bool _isOver;

    /// <summary>Starts them; they wait.</summary>
    /// <param name="threads">1 or more.</param>
    public Crew(int threads)
    {
        _begin = new(threads + 1);
        _end = new(threads + 1);
        _threads =
        [
            .. Enumerable.Range(0, threads).Select(_ => new Thread(Work) { IsBackground = true }),
        ];
        foreach (var thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>Has each of them do the same once; returns when the last has done it.</summary>
    /// <param name="work">What they do.</param>
    /// <exception cref="AggregateException">One of them failed.</exception>
    public void Do(Action work)
    {
        _work = work;
        _begin.SignalAndWait();
        _end.SignalAndWait();
        if (_failure is { } failure)
        {
            _failure = null;
            throw new AggregateException(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isOver = true;
        _begin.SignalAndWait();
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        _begin.Dispose();
        _end.Dispose();
    }

    private void Work()
    {
        while (true)
        {
            _begin.SignalAndWait();
            if (_isOver)
            {
                return;
            }

            try
            {
                _work!();
            }
            catch (Exception exception)
            {
                _failure = exception;
            }

            _end.SignalAndWait();
        }
    }
}
